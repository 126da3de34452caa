import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { connect, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { asksForCertificate, isRefusedFor, wanted } from './client-certificate.js';
import { messageOf } from './message-of.js';
import type { Peer, Route } from './route.js';

/** Makes one connection; calls back once, with a connection that stands or with an error. */
export type Dial = (done: (result: Socket | Error) => void) => void;

/** Makes connections to one target. */
export interface Dialler {
  readonly dial: Dial;
  /** Gives up the connections that are being made. */
  close(): void;
}

interface Ends {
  destroy(): unknown;
}

/**
 * A dialler that takes a way. A connection stands when TLS does, too.
 *
 * @param route - the way
 * @param connectMs - milliseconds for the whole way, proxy and TLS included
 */
export function createDialler(route: Route, connectMs: number): Dialler {
  const attempts = new Set<(error: Error) => void>();

  function dial(done: (result: Socket | Error) => void): void {
    const made: Ends[] = [];
    let over = false;
    const finish = (result: Socket | Error): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      attempts.delete(finish);
      if (result instanceof Error) for (const one of made) one.destroy();
      done(result);
    };
    const timer = setTimeout(() => {
      finish(new Error(`no connection after ${connectMs} ms`));
    }, connectMs);
    attempts.add(finish);

    function stands(peer: Peer, over?: Socket): Promise<Socket> {
      return new Promise((resolve) => {
        const { tls, host, port } = peer;
        const socket =
          tls === undefined
            ? connect({ host, port, noDelay: true })
            : connectTls({ ...tls, ...(over === undefined ? { host, port } : { socket: over }) });
        made.push(socket);
        let asked = false;
        // During the handshake, this tells how far it has come.
        if (tls !== undefined) socket.on('keylog', () => (asked ||= asksForCertificate(socket)));
        // Stays for good: an error on a connection that nobody uses is no reason to crash.
        socket.on('error', (error: Error) => {
          finish(isRefusedFor(error, { asked }) ? refusal(peer, error) : error);
        });
        socket.once(tls === undefined ? 'connect' : 'secureConnect', () => {
          socket.setNoDelay(true);
          resolve(socket);
        });
      });
    }

    function tunnel(proxy: Peer & { readonly authorization?: string }): void {
      const { host, port } = route.target;
      const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
      const request = (proxy.tls === undefined ? plainRequest : tlsRequest)({
        ...proxy.tls,
        host: proxy.host,
        port: proxy.port,
        agent: false,
        method: 'CONNECT',
        path: authority,
        headers: {
          host: authority,
          ...(proxy.authorization === undefined
            ? {}
            : { 'proxy-authorization': proxy.authorization }),
        },
      });
      made.push(request);
      request.on('error', finish);
      request.on('close', () => {
        finish(new Error('the proxy closed the connection'));
      });
      request.once('connect', ({ statusCode = 0 }, socket) => {
        made.push(socket);
        socket.on('error', finish);
        request.removeAllListeners('close');
        if (statusCode < 200 || statusCode > 299 || !(socket instanceof Socket)) {
          finish(new Error(`the proxy answers ${statusCode} to CONNECT`));
          return;
        }
        void stands(route.target, socket).then(finish);
      });
      request.end();
    }

    if (route.proxy?.tunnel === true) tunnel(route.proxy);
    else void stands(route.proxy ?? route.target).then(finish);
  }

  return {
    dial,
    close() {
      for (const giveUp of attempts) giveUp(new Error('the wire was closed'));
    },
  };
}

function refusal({ hasCertificate = false }: Peer, cause: Error): Error {
  return new Error(`${wanted({ offered: hasCertificate })}: ${messageOf(cause)}`, { cause });
}
