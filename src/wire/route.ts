import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { ConformanceError } from '../error.js';
import { messageOf } from './message-of.js';
import { goesDirect } from './no-proxy.js';

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
  readonly proxy?: Peer & {
    /** Value of the header `proxy-authorization`. */
    readonly authorization?: string;
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
  const base = urlOf(options.baseUrl, 'the base URL');
  const tls = tlsOptions(options);
  const target = peerOf(base, tls);
  const isTls = base.protocol === 'https:';
  const through = isTls ? options.proxy?.https : options.proxy?.http;
  if (through === undefined || through === '' || goesDirect(base, options.proxy?.noProxy)) {
    return { target };
  }
  const proxy = urlOf(through.includes('://') ? through : `http://${through}`, 'the proxy');
  const account = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return {
    target,
    proxy: {
      ...peerOf(proxy, tls),
      tunnel: isTls,
      ...(account === ':'
        ? {}
        : { authorization: `Basic ${Buffer.from(account).toString('base64')}` }),
    },
  };
}

/** A proxy's URL may hold a password: no message repeats a URL. */
function urlOf(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ConformanceError(
    'usage',
    `${what} is not an http or https URL`,
    'Give it as in https://paas.example.com',
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
      `the CA certificates can't be read: ${messageOf(error)}`,
      'Give a file of PEM certificates',
      error,
    );
  }
}
