import { startEmbedded } from '../../embedded/start.js';
import type { EmbeddedOptions } from '../../embedded/start.js';
import { ConformanceError } from '../../error.js';
import type { Lang } from '../../report/lang.js';
import { widthOf } from '../draw-rows.js';
import { describeServer, listServers } from './list-servers.js';
import { readRelease } from './read-release.js';

/** The options of `serve`. */
export interface ServeOptions {
  readonly port?: string;
  readonly host: string;
  readonly defect?: string;
  readonly variant?: string;
  readonly release?: string;
  readonly esb?: string;
  /** List them instead of serving. */
  readonly defects: boolean;
  readonly variants: boolean;
  readonly lang: Lang;
}

/**
 * Starts the embedded CMDB and prints the variables with which a run reaches it.
 *
 * @returns when it is stopped by SIGINT or SIGTERM: 0
 * @throws ConformanceError `usage` when the port can't be had
 */
export async function serveCommand(options: ServeOptions): Promise<number> {
  const { lang } = options;
  if (options.defects || options.variants) {
    process.stdout.write(`${listServers(options, lang, widthOf(process.stdout))}\n`);
    return 0;
  }
  const port = options.port === undefined ? 0 : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConformanceError(
      'usage',
      {
        en: `--port takes 0 to 65535, but got ${JSON.stringify(options.port)}.`,
        zh: `--port 应为 0 到 65535，实际为 ${JSON.stringify(options.port)}。`,
      },
      { en: 'Leave it out for any free port.', zh: '省略该选项则使用任意空闲端口。' },
    );
  }
  const wanted = whatToStart(options, port);
  const embedded = await startEmbedded(wanted).catch((cause: unknown) => {
    if (cause instanceof RangeError) {
      throw new ConformanceError(
        'usage',
        {
          en: cause.message,
          zh: `没有这个缺陷或变体：${options.defect ?? options.variant ?? ''}。`,
        },
        {
          en: 'List them with --defects and --variants.',
          zh: '可用 --defects 与 --variants 列出。',
        },
        cause,
      );
    }
    throw new ConformanceError(
      'usage',
      {
        en: `The embedded CMDB can’t listen on ${options.host}:${port}: ${String(cause)}.`,
        zh: `内置 CMDB 无法监听 ${options.host}:${port}：${String(cause)}。`,
      },
      {
        en: 'Name another --port, or leave it out for any free port.',
        zh: '请换一个 --port，或省略它以使用任意空闲端口。',
      },
      cause,
    );
  });
  // Whoever reads that it listens may stop it at once.
  const stopped = new Promise<void>((resolve) => {
    process.on('SIGINT', () => {
      resolve();
    });
    process.on('SIGTERM', () => {
      resolve();
    });
  });
  const lines = Object.entries(embedded.settings).map(
    ([name, value]) => `export ${name}='${value}'`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  const listens = {
    en: `The embedded CMDB listens on ${embedded.baseUrl}; Ctrl-C stops it.`,
    zh: `内置 CMDB 正在监听 ${embedded.baseUrl}，按 Ctrl-C 停止。`,
  };
  process.stderr.write([...describeServer(options, lang), listens[lang], ''].join('\n'));
  await stopped;
  await embedded.close();
  return 0;
}

/**
 * @throws ConformanceError `usage` when both a defect and a variant are named, or either with a release,
 * and when there is no such release
 */
function whatToStart(options: ServeOptions, port: number): EmbeddedOptions {
  const { host, defect, variant } = options;
  const release = readRelease(options);
  if (release !== undefined) {
    if ((defect ?? variant) === undefined) return { port, host, release };
    throw new ConformanceError(
      'usage',
      {
        en: '--release is given with --defect or --variant.',
        zh: '--release 与 --defect 或 --variant 同时给出。',
      },
      {
        en: 'Name one of them: a release has its own ways, and no others.',
        zh: '请只选其一：一个版本只有它自己的表现。',
      },
    );
  }
  if (defect !== undefined && variant !== undefined) {
    throw new ConformanceError(
      'usage',
      {
        en: '--defect and --variant are both given.',
        zh: '同时给出了 --defect 和 --variant。',
      },
      {
        en: 'Name one of them: a defect is a single fault.',
        zh: '请只选其一：一个缺陷就是单一的错误。',
      },
    );
  }
  if (defect !== undefined) return { port, host, defect };
  return variant === undefined ? { port, host } : { port, host, variant };
}
