import { ConformanceError } from '../../error.js';
import type { Variables } from '../../config/origin.js';
import type { Settings } from '../../config/settings.js';
import type { Wire } from '../../http/exchange.js';
import type { PemFile } from '../../http/pem-file.js';
import { openWire } from '../../http/open-wire.js';
import { probe } from '../../http/probe.js';
import type { Probed } from '../../http/probe.js';
import { proxiesIn } from '../../http/proxy-variables.js';
import { routeTo } from '../../http/route.js';
import type { OwnAuthorities } from '../../http/trust.js';
import { seenThrough } from '../../http/seen-through.js';
import type { Secret } from '../../redact/secrets.js';
import { readWhole } from '../file/read-whole.js';

/** No list of authorities is larger. */
const MAX_PEM_BYTES = 16 * 1024 * 1024;

/** The way to a target, open. */
export interface OpenTarget {
  readonly wire: Wire;
  /** What of the way to it is never shown: the password of a proxy. */
  readonly secrets: readonly Secret[];
  /** Goes the way step by step, and sends nothing on it. */
  readonly way: () => AsyncIterable<Probed>;
}

/**
 * Opens the wire to the target, through the proxy that the environment names.
 *
 * @param environment - as `process.env`
 * @throws ConformanceError `usage` when address, certificates or proxy can't be used
 */
export function openTarget(settings: Settings, environment: Variables): OpenTarget {
  const { baseUrl, insecure, caFile, client } = settings;
  const options = {
    baseUrl,
    insecure,
    ...(caFile === undefined ? {} : { ca: authoritiesIn(caFile, environment) }),
    ...(client === undefined
      ? {}
      : {
          client: {
            certificate: readPem('CMDB_CLIENT_CERT_FILE', client.certificateFile),
            key: readPem('CMDB_CLIENT_KEY_FILE', client.keyFile),
          },
        }),
    proxy: proxiesIn(environment),
  };
  const route = routeTo(options);
  const wire = openWire({ ...options, limits: settings.limits });
  return {
    wire: {
      send: async (request, signal) => seenThrough(route, await wire.send(request, signal)),
      close: () => wire.close(),
    },
    secrets: route.proxy?.secrets ?? [],
    way: () => probe(route, settings.limits.connectMs),
  };
}

function authoritiesIn(path: string, environment: Variables): OwnAuthorities {
  const file = readPem('CMDB_CA_FILE', path);
  try {
    const extra = readWhole(environment['NODE_EXTRA_CA_CERTS'] ?? '', MAX_PEM_BYTES).toString();
    return { file, extra };
  } catch {
    // Node has warned of it when it started.
    return { file };
  }
}

/** @throws ConformanceError `usage` that names the variable and the file */
function readPem(variable: string, path: string): PemFile {
  try {
    return { variable, path, text: readWhole(path, MAX_PEM_BYTES).toString() };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      {
        en: `${variable} names ${path}, which can’t be read: ${why}.`,
        zh: `无法读取 ${variable} 指定的 ${path}：${why}。`,
      },
      { en: 'Name a readable file of PEM.', zh: '请指定一个可读的 PEM 文件。' },
      cause,
    );
  }
}
