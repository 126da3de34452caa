import { connect } from 'node:net';
import { HOST_PORT, HOST_TOKEN } from './listen.js';
import { isTestVerdict } from './test-verdict.js';
import type { TestVerdict } from './test-verdict.js';

/**
 * Asks the main process to run one case. It takes as long as the case does.
 *
 * @throws Error when the main process is not there, or the suite failed
 */
export async function ask(caseId: string): Promise<TestVerdict> {
  const text = await exchange(`${process.env[HOST_TOKEN] ?? ''} ${caseId}\n`);
  const answer: unknown = JSON.parse(text);
  if (isTestVerdict(answer)) return answer;
  throw new Error(`The suite itself failed: ${text}`);
}

async function exchange(question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(process.env[HOST_PORT]), '127.0.0.1', () => {
      socket.end(question);
    });
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(text);
    });
  });
}
