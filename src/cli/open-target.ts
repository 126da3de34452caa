import { ConformanceError } from '../error.js';
import type { Variables } from '../config/origin.js';
import type { Settings } from '../config/settings.js';
import type { Wire } from '../http/exchange.js';
import { openWire } from '../http/open-wire.js';
import { routeTo } from '../http/route.js';
import type { RouteOptions } from '../http/route.js';
import { seenThrough } from '../http/seen-through.js';
import type { Secret } from '../redact/secrets.js';
import { readWhole } from './read-whole.js';

/** No list of authorities is larger. */
const MAX_CERTIFICATE_BYTES = 16 * 1024 * 1024;

/** The way to a target, open. */
export interface OpenTarget {
  readonly wire: Wire;
  /** What of the way to it is never shown: the password of a proxy. */
  readonly secrets: readonly Secret[];
}

/**
 * Opens the wire to the target, through the proxy that the environment names.
 *
 * @param environment - as `process.env`
 * @throws ConformanceError `usage` when address, certificates or proxy can't be used
 */
export function openTarget(settings: Settings, environment: Variables): OpenTarget {
  const ca = settings.caFile === undefined ? undefined : readCertificates(settings.caFile);
  const options = {
    baseUrl: settings.baseUrl,
    insecure: settings.insecure,
    ...(ca === undefined ? {} : { ca }),
    proxy: proxyOf(environment),
  };
  const route = routeTo(options);
  const wire = openWire({ ...options, limits: settings.limits });
  return {
    wire: {
      send: async (request, signal) => seenThrough(route, await wire.send(request, signal)),
      close: () => wire.close(),
    },
    secrets: route.proxy?.secrets ?? [],
  };
}

function proxyOf(environment: Variables): NonNullable<RouteOptions['proxy']> {
  const get = (name: string): string | undefined =>
    environment[name.toLowerCase()] ?? environment[name];
  return { http: get('HTTP_PROXY'), https: get('HTTPS_PROXY'), noProxy: get('NO_PROXY') };
}

function readCertificates(path: string): string {
  try {
    return readWhole(path, MAX_CERTIFICATE_BYTES).toString();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      {
        en: `CMDB_CA_FILE names ${path}, which can’t be read: ${why}.`,
        zh: `无法读取 CMDB_CA_FILE 指定的 ${path}：${why}。`,
      },
      {
        en: 'Name a readable file of PEM certificates.',
        zh: '请指定一个可读的 PEM 证书文件。',
      },
      cause,
    );
  }
}
