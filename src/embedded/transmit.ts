import type { ServerResponse } from 'node:http';
import type { Reply } from './call.js';

/** Sends an answer whole. */
export function transmit(reply: Reply, response: ServerResponse): void {
  response.writeHead(reply.status, { ...reply.headers });
  response.end(reply.body);
}
