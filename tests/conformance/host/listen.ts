import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import type { TestVerdict } from './test-verdict.js';

/** Names of the variables by which a worker process finds the main process. */
export const HOST_PORT = 'CMDB_CONFORMANCE_PORT';
export const HOST_TOKEN = 'CMDB_CONFORMANCE_TOKEN';

/** A token and the longest id of a case. */
const MAX_QUESTION = 1024;

/**
 * Answers the tests, which run in worker processes, over a loopback port. A question is one line, a
 * token and the id of a case; the answer is JSON. A test that fails takes its worker with it, so
 * whatever has to last longer than one test lives on this side.
 *
 * @param answer - what comes of a case, by its id
 * @returns ends the listening
 * @throws the system's error when no port can be had
 */
export async function listen(
  answer: (caseId: string) => Promise<TestVerdict>,
): Promise<() => Promise<void>> {
  const token = randomBytes(24).toString('hex');
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let question = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: string) => {
      question += chunk;
      const end = question.indexOf('\n');
      if (question.length > MAX_QUESTION || (end >= 0 && !isOurs(question, token))) {
        socket.destroy();
      } else if (end >= 0) {
        socket.pause();
        void reply(answer, question.slice(token.length + 1, end)).then((text) => socket.end(text));
      }
    });
  });
  process.env[HOST_PORT] = String(await openPort(server));
  process.env[HOST_TOKEN] = token;
  return async () => {
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  };
}

function isOurs(question: string, token: string): boolean {
  const given = Buffer.from(question.slice(0, token.length));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function reply(
  answer: (caseId: string) => Promise<TestVerdict>,
  caseId: string,
): Promise<string> {
  try {
    return JSON.stringify(await answer(caseId));
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
  }
}

async function openPort(server: Server): Promise<number> {
  const address = await new Promise<AddressInfo | string | null>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(server.address());
    });
  });
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return address.port;
}
