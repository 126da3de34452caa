import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { answer } from './answer.js';
import type { Call, Site } from './call.js';
import { ESB, refuse } from './refusal.js';

/** How this server keeps its connections. */
export interface ServerOptions {
  /** False: one request a connection. */
  readonly keepAlive: boolean;
  /** Bytes of a body; a longer one is not kept. */
  readonly maxBodyBytes: number;
}

/** An HTTP server that hands each whole request to the steps of a site. */
export function createEsbServer(site: Site, options: ServerOptions): Server {
  const server = createServer((request, response) => {
    // A server that is about to go away keeps no connection either.
    if (!options.keepAlive || !server.listening) response.shouldKeepAlive = false;
    receive(request, options.maxBodyBytes, (body, oversized) => {
      serve(site, request, response, body, oversized);
    });
  });
  // A client that pauses is not a client that left: its next request would meet a closing socket.
  server.keepAliveTimeout = 60_000;
  return server;
}

function receive(
  request: IncomingMessage,
  maxBodyBytes: number,
  done: (body: Buffer, oversized: boolean) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  });
  request.on('end', () => {
    done(Buffer.concat(chunks), size > maxBodyBytes);
  });
}

function serve(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  oversized: boolean,
): void {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const call: Call = {
    site,
    path: decodePath(mark < 0 ? url : url.slice(0, mark)),
    received: {
      method: request.method ?? '',
      query: mark < 0 ? '' : url.slice(mark + 1),
      contentType: request.headers['content-type'] ?? '',
      userAgent: request.headers['user-agent'] ?? '',
      header: (name) => request.headers[name]?.toString(),
      body,
      oversized,
    },
    response,
    members: {},
  };
  try {
    answer(call);
  } catch {
    // As the ESB answers a crash of its own: HTTP 500, with an envelope.
    const refusal = refuse(
      'protocol',
      ESB.common,
      'Request is abnormal, please contact the component developer',
      500,
    );
    call.outcome = { refusal };
    if (response.headersSent) response.destroy();
    else
      site.behaviour.transmit(
        site.behaviour.serialise(site.behaviour.envelope({ refusal }, call), call),
        call,
      );
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
