import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { afterThisFile } from '../given-back.js';

/** A target that is no CMDB, and how to reach it. */
export interface HostileTarget {
  readonly baseUrl: string;
  /** Bytes that it sent as bodies so far. */
  readonly sent: () => number;
}

const CHUNK = Buffer.alloc(64 * 1024, 'x');

/** What a target does with a request. */
export const MANNERS = {
  'answers HTML': answering('text/html', '<!doctype html><title>Please log in</title>'),
  'answers nothing': answering('application/json', ''),
  'answers half a JSON': answering('application/json', '{"result": true, "code": 0, "mess'),
  'answers endless bytes': endless,
} as const;

function answering(type: string, body: string): RequestListener {
  return (request, response) => {
    request.resume();
    response.setHeader('content-type', type);
    response.end(body);
  };
}

function endless(_request: unknown, response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && response.write(CHUNK));
  };
  response.on('drain', more);
  more();
}

/** A target that speaks HTTP in some manner. */
export async function httpTarget(manner: RequestListener): Promise<HostileTarget> {
  return listening(createHttpServer(manner));
}

/** A target that does something with each connection. */
export async function tcpTarget(manner: (socket: Socket) => void): Promise<HostileTarget> {
  return listening(createServer(manner));
}

/** A port at which nobody listens. */
export async function nobody(): Promise<string> {
  const server = createServer();
  const { baseUrl } = await listening(server);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  return baseUrl;
}

async function listening(server: Server): Promise<HostileTarget> {
  const sockets = new Set<Socket>();
  let closed = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    // The other side may go at any time, and does.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      closed += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  afterThisFile(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, closed),
  };
}
