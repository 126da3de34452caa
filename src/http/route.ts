import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { ConformanceError } from '../error.js';
import { messageOf } from './message-of.js';
import { goesDirect } from './no-proxy.js';
import { accountOf } from './proxy-account.js';
import type { ProxyAccount } from './proxy-account.js';

/** What a URL is, by the variable that it stands in. */
const URLS = {
  CMDB_BASE_URL: { en: 'the base URL', zh: '目标地址' },
  HTTP_PROXY: { en: 'the proxy', zh: '代理' },
  HTTPS_PROXY: { en: 'the proxy', zh: '代理' },
} as const;

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** How a target is reached. */
export interface RouteOptions {
  /** An http or https URL; its path is the prefix of every request's path. */
  readonly baseUrl: string;
  /** True leaves TLS certificates unverified. */
  readonly insecure?: boolean;
  /** PEM certificates that are trusted besides the ones that Node brings. */
  readonly ca?: string;
  /** Values of `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`; empty is as good as absent. */
  readonly proxy?: {
    readonly http?: string | undefined;
    readonly https?: string | undefined;
    readonly noProxy?: string | undefined;
  };
}

/** One end of a connection. */
export interface Peer {
  readonly host: string;
  readonly port: number;
  /** Present when TLS is spoken with it. */
  readonly tls?: ConnectionOptions;
}

/** The way to the target. */
export interface Route {
  readonly target: Peer;
  /** Present when there is a proxy between. */
  readonly proxy?: Peer &
    ProxyAccount & {
      /** True: CONNECT, then TLS with the target. False: the whole URL in the request line. */
      readonly tunnel: boolean;
    };
}

/**
 * Works out the way to a base URL.
 *
 * @throws ConformanceError `usage` when a URL or the certificates can't be read
 */
export function routeTo(options: RouteOptions): Route {
  const base = urlOf(options.baseUrl, 'CMDB_BASE_URL');
  const tls = tlsOptions(options);
  const target = peerOf(base, tls);
  const isTls = base.protocol === 'https:';
  const through = isTls ? options.proxy?.https : options.proxy?.http;
  if (through === undefined || through === '' || goesDirect(base, options.proxy?.noProxy)) {
    return { target };
  }
  const variable = isTls ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const url = through.includes('://') ? through : `http://${through}`;
  const proxy = urlOf(url, variable);
  const account = accountOf(proxy, variable);
  return { target, proxy: { ...peerOf(proxy, tls), ...account, tunnel: isTls } };
}

/** A proxy's URL may hold a password: no message repeats a URL. */
function urlOf(text: string, variable: keyof typeof URLS): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ConformanceError(
    'usage',
    {
      en: `${URLS[variable].en} is not an http or https URL (${variable}).`,
      zh: `${URLS[variable].zh}不是 http 或 https 地址（${variable}）。`,
    },
    {
      en: 'Give it as in http://host.example.com:8080',
      zh: '请写成 http://host.example.com:8080 的形式',
    },
  );
}

function peerOf(url: URL, tls: ConnectionOptions): Peer {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isTls = url.protocol === 'https:';
  const port = url.port === '' ? (isTls ? 443 : 80) : Number(url.port);
  // RFC 6066 section 3: no addresses as server name.
  const name = isIP(host) === 0 ? { servername: host } : {};
  return { host, port, ...(isTls ? { tls: { ...tls, ...name } } : {}) };
}

function tlsOptions({ insecure, ca }: RouteOptions): ConnectionOptions {
  const options = { rejectUnauthorized: insecure !== true, ALPNProtocols: ['http/1.1'] };
  if (ca === undefined) return options;
  try {
    const own = ca.match(PEM_CERTIFICATE) ?? [];
    if (own.length === 0) throw new Error('no certificate in them');
    // Node leaves out what it can't read, without a word; this throws.
    for (const one of own) new X509Certificate(one);
    return {
      ...options,
      secureContext: createSecureContext({ ca: [...rootCertificates, ...own] }),
    };
  } catch (error) {
    throw new ConformanceError(
      'usage',
      {
        en: `the CA certificates can't be read: ${messageOf(error)}.`,
        zh: `无法读取 CA 证书：${messageOf(error)}。`,
      },
      { en: 'Name a file of PEM certificates.', zh: '请提供 PEM 证书文件。' },
      error,
    );
  }
}
