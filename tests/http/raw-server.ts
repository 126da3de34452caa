import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { TlsOptions } from 'node:tls';
import { openWire } from '../../src/http/open-wire.js';
import type { WireOptions } from '../../src/http/open-wire.js';
import type { Wire, WireLimits, WireRequest } from '../../src/http/exchange.js';
import { CERTIFICATE, KEY } from './certificates.js';

/** A server that answers with bytes as they are given. */
export interface RawServer {
  readonly port: number;
  /** What each request consisted of, in order. */
  readonly requests: string[];
  /** How many connections were made. */
  connections(): number;
  /** A wire to it that is closed with it. */
  wire(limits?: Partial<WireLimits>, options?: Partial<WireOptions>): Wire;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Called with each whole request. */
export type OnRequest = (socket: Socket, request: string, n: number) => void;

export const LIMITS: WireLimits = {
  connectMs: 5000,
  firstByteMs: 10_000,
  totalMs: 15_000,
  headerBytes: 65_536,
  bodyBytes: 4 * 1024 * 1024,
  expandedBytes: 16 * 1024 * 1024,
};

export const POST: WireRequest = {
  method: 'POST',
  path: '/api/',
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
};

/** An answer with status 200 and a length. */
export function ok(body: string, ...headers: string[]): string {
  const lines = ['HTTP/1.1 200 OK', `Content-Length: ${Buffer.byteLength(body)}`, ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/**
 * Starts a server on a free port of the loopback.
 *
 * @param tls - true for TLS; options besides the certificate for localhost
 */
export async function startRaw(
  onRequest: OnRequest,
  tls: boolean | TlsOptions = false,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const wires: Wire[] = [];
  const requests: string[] = [];
  let connections = 0;
  const listen = (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      for (;;) {
        const body = text.indexOf('\r\n\r\n') + 4;
        const length = Number(/content-length: ([0-9]+)/i.exec(text)?.[1] ?? 0);
        if (body < 4 || text.length < body + length) return;
        const request = text.slice(0, body + length);
        text = text.slice(body + length);
        requests.push(request);
        onRequest(socket, request, requests.length);
      }
    });
  };
  const options = typeof tls === 'boolean' ? {} : tls;
  const server =
    tls === false
      ? createServer(listen)
      : createTlsServer({ cert: CERTIFICATE, key: KEY, ...options }, listen);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    requests,
    connections: () => connections,
    wire(limits = {}, options = {}) {
      const scheme = tls === false ? 'http' : 'https';
      const wire = openWire({
        baseUrl: `${scheme}://127.0.0.1:${port}`,
        limits: { ...LIMITS, ...limits },
        ...options,
      });
      wires.push(wire);
      return wire;
    },
    async [Symbol.asyncDispose]() {
      for (const wire of wires) await wire.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
