import { isIP } from 'node:net';
import type { ConnectionOptions, SecureContext } from 'node:tls';
import { ConformanceError } from '../error.js';
import type { Sentence } from '../error.js';
import type { Text } from '../text.js';
import { goesDirect } from './no-proxy.js';
import { accountOf } from './proxy-account.js';
import type { ProxyAccount } from './proxy-account.js';
import type { Proxies } from './proxy-variables.js';
import { secureContextOf } from './trust.js';
import type { ClientCertificate, OwnAuthorities } from './trust.js';

const BASE: Text = { en: 'the base URL', zh: '目标地址' };
const PROXY: Text = { en: 'the proxy', zh: '代理' };

/** How a target is reached. */
export interface RouteOptions {
  /** An http or https URL; its path is the prefix of every request's path. */
  readonly baseUrl: string;
  /** True leaves TLS certificates unverified. */
  readonly insecure?: boolean;
  readonly ca?: OwnAuthorities;
  /** Shown to a target that asks for it, and to no proxy. */
  readonly client?: ClientCertificate;
  readonly proxy?: Proxies;
}

/** One end of a connection. */
export interface Peer {
  readonly host: string;
  readonly port: number;
  /** Present when TLS is spoken with it. */
  readonly tls?: ConnectionOptions;
  /** True when a client certificate is shown to it where it asks for one. */
  readonly hasCertificate?: boolean;
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
  const base = urlOf(options.baseUrl, BASE, 'CMDB_BASE_URL');
  const { insecure = false, ca, client } = options;
  const target = peerOf(base, insecure, secureContextOf(ca, client), client !== undefined);
  const isTls = base.protocol === 'https:';
  const through = isTls ? options.proxy?.https : options.proxy?.http;
  if (through === undefined || goesDirect(base, options.proxy?.noProxy)) return { target };
  const { address, variable } = through;
  const proxy = urlOf(address.includes('://') ? address : `http://${address}`, PROXY, variable);
  const account = accountOf(proxy, variable);
  return {
    target,
    proxy: {
      ...peerOf(proxy, insecure, secureContextOf(ca, undefined)),
      ...account,
      tunnel: isTls,
    },
  };
}

/** A proxy's URL may hold a password: no message repeats a URL. */
function urlOf(text: string, what: Text, variable: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ConformanceError(
    'usage',
    {
      en: `${what.en} is not an http or https URL (${variable}).`,
      zh: `${what.zh}不是 http 或 https 地址（${variable}）。`,
    },
    /^socks/i.test(text) ? NO_SOCKS : AS_A_URL,
  );
}

const AS_A_URL: Sentence = {
  en: 'Give it as in http://host.example.com:8080',
  zh: '请写成 http://host.example.com:8080 的形式',
};
const NO_SOCKS: Sentence = {
  en: 'SOCKS is not spoken here: name an http proxy in HTTP_PROXY or HTTPS_PROXY, or the target’s host in NO_PROXY.',
  zh: '不支持 SOCKS：请用 HTTP_PROXY 或 HTTPS_PROXY 指定 http 代理，或在 NO_PROXY 中写入目标主机。',
};

function peerOf(
  url: URL,
  insecure: boolean,
  secureContext: SecureContext | undefined,
  hasCertificate = false,
): Peer {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isTls = url.protocol === 'https:';
  const port = url.port === '' ? (isTls ? 443 : 80) : Number(url.port);
  if (!isTls) return { host, port };
  const tls = {
    rejectUnauthorized: !insecure,
    ALPNProtocols: ['http/1.1'],
    // RFC 6066 section 3: no addresses as server name.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(secureContext === undefined ? {} : { secureContext }),
  };
  return { host, port, tls, hasCertificate };
}
