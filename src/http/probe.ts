import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { createDialler } from './dial.js';
import { messageOf } from './message-of.js';
import type { Peer, Route } from './route.js';

/** The certificate that a server shows. */
export interface ShownCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** As X.509 writes it: `Nov 25 21:36:45 2026 GMT`. */
  readonly validTo: string;
}

/** One step of a way; `words` is what the system says where it is the last one. */
export type Probed = { readonly words?: string } & (
  | { readonly step: 'name'; readonly host: string; readonly addresses: readonly string[] }
  | {
      readonly step: 'connection';
      readonly host: string;
      readonly port: number;
      readonly ms: number;
    }
  | { readonly step: 'proxy'; readonly host: string; readonly port: number }
  | { readonly step: 'tls'; readonly certificate?: ShownCertificate }
);

/**
 * Goes the way to a target step by step, as requests take it, and sends nothing on it: name, TCP,
 * the proxy's tunnel, TLS. It ends at the first step that fails.
 *
 * @param route - the way
 * @param connectMs - milliseconds for each step
 */
export async function* probe(route: Route, connectMs: number): AsyncGenerator<Probed> {
  const { target, proxy } = route;
  const first = proxy ?? target;
  const named = await resolveName(first.host, connectMs);
  yield named;
  if (named.words !== undefined) return;
  const begun = performance.now();
  const connected = await dial({ target: plain(first) }, connectMs);
  const ms = Math.round(performance.now() - begun);
  yield { step: 'connection', host: first.host, port: first.port, ms, ...wordsOf(connected) };
  if (connected instanceof Error) return;
  connected.destroy();
  if (proxy !== undefined) {
    const { host, port } = proxy;
    const tunnelled = proxy.tunnel
      ? await dial({ target: plain(target), proxy }, connectMs)
      : undefined;
    yield { step: 'proxy', host, port, ...wordsOf(tunnelled) };
    if (tunnelled instanceof Error) return;
    tunnelled?.destroy();
  }
  if (target.tls === undefined) return;
  const secured = await dial(route, connectMs);
  // What is wrong with a certificate is seen in it: it is looked at without being believed.
  const shown = secured instanceof Error ? await dial(unverified(route), connectMs) : secured;
  const certificate = certificateOf(shown);
  if (!(secured instanceof Error)) secured.destroy();
  if (!(shown instanceof Error)) shown.destroy();
  yield {
    step: 'tls',
    ...(certificate === undefined ? {} : { certificate }),
    ...wordsOf(secured),
  };
}

async function resolveName(host: string, ms: number): Promise<Probed & { readonly step: 'name' }> {
  if (isIP(host) !== 0) return { step: 'name', host, addresses: [host] };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer after ${ms} ms`));
    }, ms);
  });
  try {
    const found = await Promise.race([lookup(host, { all: true }), late]);
    return { step: 'name', host, addresses: found.map(({ address }) => address) };
  } catch (error) {
    return { step: 'name', host, addresses: [], words: messageOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function dial(route: Route, connectMs: number): Promise<Socket | Error> {
  return new Promise((resolve) => {
    createDialler(route, connectMs).dial(resolve);
  });
}

function plain({ host, port }: Peer): Peer {
  return { host, port };
}

function unverified({ target, ...rest }: Route): Route {
  return { ...rest, target: { ...target, tls: { ...target.tls, rejectUnauthorized: false } } };
}

function wordsOf(result: Socket | Error | undefined): { readonly words?: string } {
  return result instanceof Error ? { words: messageOf(result) } : {};
}

function certificateOf(shown: Socket | Error): ShownCertificate | undefined {
  const certificate = shown instanceof TLSSocket ? shown.getPeerX509Certificate() : undefined;
  return certificate === undefined
    ? undefined
    : {
        subject: nameIn(certificate.subjectAltName ?? certificate.subject),
        issuer: nameIn(certificate.issuer),
        validTo: certificate.validTo,
      };
}

/** A distinguished name, or alternative names, on one line. */
function nameIn(text: string): string {
  return text.replace(/\s*\n\s*/g, ', ').replace(/\b(?:DNS|IP Address):/g, '');
}
