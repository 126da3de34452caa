// The bare loop of the bench: sends the requests of a record once more, one after another, over
// kept-alive connections, reads each answer to its end and looks at none.
//   node scripts/replay.mjs <requests.json> <base URL>
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const [file, baseUrl] = process.argv.slice(2);
const requests = JSON.parse(readFileSync(file, 'utf8'));
const agent = new Agent({ keepAlive: true });
const begun = performance.now();
for (const { method, path, headers, body } of requests) await send(method, path, headers, body);
process.stdout.write(`${performance.now() - begun}\n`);
agent.destroy();

function send(method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const all = length === 0 ? headers : { ...headers, 'content-length': length };
    const sent = request(new URL(path, baseUrl), { method, headers: all, agent }, (answer) => {
      answer.resume().on('end', resolve).on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
