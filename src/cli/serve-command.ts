import { startEmbedded } from '../embedded/start.js';
import { ConformanceError } from '../error.js';

/** The options of `serve`. */
export interface ServeOptions {
  readonly port?: string;
  readonly host: string;
}

/**
 * Starts the embedded CMDB and prints the variables with which a run reaches it.
 *
 * @returns when it is stopped by SIGINT or SIGTERM: 0
 * @throws ConformanceError `usage` when the port can't be had
 */
export async function serveCommand(options: ServeOptions): Promise<number> {
  const port = options.port === undefined ? 0 : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConformanceError(
      'usage',
      `--port takes 0 to 65535, but got ${JSON.stringify(options.port)}.`,
      'Leave it out for any free port.',
    );
  }
  const embedded = await startEmbedded({ port, host: options.host }).catch((cause: unknown) => {
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
