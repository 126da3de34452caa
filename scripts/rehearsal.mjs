// An upgrade, rehearsed without a CMDB: the embedded one answers as CMDB 3.9 behind ESB a, as 3.12
// behind b, and as 3.14 behind c. Each is run, each is compared with the one before, and all are drawn
// as one history, by the commands of docs/upgrade.md.
//   npm run rehearsal [-- --out <folder>] [--effort quick]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveEmbedded } from './serve-embedded.mjs';

const PAIRS = [
  { cmdb: 'cmdb-3.9', esb: 'a' },
  { cmdb: 'cmdb-3.12', esb: 'b' },
  { cmdb: 'cmdb-3.14', esb: 'c' },
];
/** What the commands end with: what is known is declared, and each upgrade breaks something. */
const FINE = 0;
const BREAKING = 11;

const root = fileURLToPath(new URL('..', import.meta.url));
const product = join(root, 'bin', 'cmdb-conformance.js');
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    effort: { type: 'string' },
  },
});
// The rehearsal's own folder begins empty; in one that is named, a run that is there stays.
const own = join(root, 'reports', 'rehearsal');
const out = resolve(values.out ?? own);
if (out === own) rmSync(own, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// What the user has set for a CMDB of his own must not come in here.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(CMDB|BK)_/.test(name)),
);

for (const { cmdb, esb } of PAIRS) {
  const server = await serveEmbedded(['--release', cmdb, '--esb', esb]);
  const effort = values.effort === undefined ? [] : ['--effort', values.effort];
  const args = ['run', '--name', cmdb, '--release', cmdb, '--esb', esb, ...effort];
  await command(args, FINE, server.variables);
  await server.stop();
}
const pages = [];
for (const [at, { cmdb: after }] of PAIRS.slice(1).entries()) {
  const before = PAIRS[at].cmdb;
  const folder = `${before}-to-${after}`;
  await command(['compare', before, after, '--out', folder], BREAKING);
  pages.push(join(out, folder, 'comparison.html'));
}
await command(['history', 'runs', '--out', '.'], FINE);
process.stdout.write(`\n${[...pages, join(out, 'history.html')].join('\n')}\n`);

/** Runs a command of the product where a user would see it; it has to end with this exit code. */
async function command(args, exitCode, variables = {}) {
  process.stdout.write(`\n$ npx cmdb-conformance ${args.join(' ')}\n`);
  const child = spawn(process.execPath, [product, ...args], {
    cwd: out,
    env: { ...environment, ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code === exitCode) return;
  process.stderr.write(`It ended with ${code}, and ${exitCode} was expected.\n`);
  process.exit(1);
}
