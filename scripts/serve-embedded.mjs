import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PRODUCT = fileURLToPath(new URL('../bin/cmdb-conformance.js', import.meta.url));

/**
 * Starts the embedded CMDB in a process of its own.
 *
 * @param args - what follows `serve`
 * @returns the variables that lead to it, and what stops it
 */
export async function serveEmbedded(args) {
  const server = spawn(process.execPath, [PRODUCT, 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'close');
  let text = '';
  for await (const piece of server.stdout) {
    text += piece;
    if (text.includes('CMDB_BIZ_ID')) break;
  }
  const variables = [...text.matchAll(/^export (\w+)='(.*)'$/gm)];
  return {
    variables: Object.fromEntries(variables.map(([, name, value]) => [name, value])),
    stop() {
      server.kill();
      return ended;
    },
  };
}
