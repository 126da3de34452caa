import type { Server } from 'node:http';

/**
 * Binds a server to an address.
 *
 * @returns the port; it fails with the system's error when that can't be had
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/** Ends all connections. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

/**
 * Takes no connection for some milliseconds, and listens on the same port again then. Requests under
 * way come to their end.
 *
 * @param later - does something after some milliseconds
 */
export function leave(
  server: Server,
  milliseconds: number,
  later: (milliseconds: number, action: () => void) => void,
): void {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') return;
  server.close();
  later(milliseconds, () => {
    server.listen(bound.port, bound.address);
  });
}
