import { DEFECTS, FURTHER_DEFECTS } from '../embedded/defects/defects.js';
import type { Defect } from '../embedded/defects/defect.js';
import { startEmbedded } from '../embedded/start.js';
import type { EmbeddedOptions } from '../embedded/start.js';
import { VARIANTS } from '../embedded/variants/variants.js';
import { ConformanceError } from '../error.js';

/** The options of `serve`. */
export interface ServeOptions {
  readonly port?: string;
  readonly host: string;
  readonly defect?: string;
  readonly variant?: string;
  /** List them instead of serving. */
  readonly defects: boolean;
  readonly variants: boolean;
}

/**
 * Starts the embedded CMDB and prints the variables with which a run reaches it.
 *
 * @returns when it is stopped by SIGINT or SIGTERM: 0
 * @throws ConformanceError `usage` when the port can't be had
 */
export async function serveCommand(options: ServeOptions): Promise<number> {
  if (options.defects || options.variants) {
    if (options.defects) [...DEFECTS, ...FURTHER_DEFECTS].forEach(listDefect);
    if (options.variants)
      VARIANTS.forEach(({ id, does }) => process.stdout.write(`${id}\t${does}\n`));
    return 0;
  }
  const port = options.port === undefined ? 0 : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConformanceError(
      'usage',
      `--port takes 0 to 65535, but got ${JSON.stringify(options.port)}.`,
      'Leave it out for any free port.',
    );
  }
  const embedded = await startEmbedded(whatToStart(options, port)).catch((cause: unknown) => {
    if (cause instanceof RangeError) {
      throw new ConformanceError(
        'usage',
        cause.message,
        'List them with --defects and --variants.',
        cause,
      );
    }
    throw new ConformanceError(
      'usage',
      `The embedded CMDB can’t listen on ${options.host}:${port}: ${String(cause)}.`,
      'Name another --port, or leave it out for any free port.',
      cause,
    );
  });
  const lines = Object.entries(embedded.settings).map(
    ([name, value]) => `export ${name}='${value}'`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  process.stderr.write(`The embedded CMDB listens on ${embedded.baseUrl}; Ctrl-C stops it.\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await embedded.close();
  return 0;
}

function listDefect({ id, does, breaks, requirement }: Defect): void {
  process.stdout.write(`${id}\t${requirement}\t${does}\t${breaks}\n`);
}

/** @throws ConformanceError `usage` when both a defect and a variant are named */
function whatToStart({ host, defect, variant }: ServeOptions, port: number): EmbeddedOptions {
  if (defect !== undefined && variant !== undefined) {
    throw new ConformanceError(
      'usage',
      '--defect and --variant are both given.',
      'Name one of them: a defect is a single fault.',
    );
  }
  if (defect !== undefined) return { port, host, defect };
  return variant === undefined ? { port, host } : { port, host, variant };
}
