// Mutation tests of one part of the pure core: npm run mutation -- judge
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PARTS } from './mutation-parts.mjs';

const stryker = fileURLToPath(
  new URL('../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url),
);
const [MUTATION_PART = ''] = process.argv.slice(2);
if (!Object.hasOwn(PARTS, MUTATION_PART)) {
  const parts = Object.keys(PARTS).join(' | ');
  process.stderr.write(`Name a part: npm run mutation -- ${parts}\n`);
  process.exit(2);
}
spawn(process.execPath, [stryker, 'run'], {
  stdio: 'inherit',
  env: { ...process.env, MUTATION_PART },
}).on('close', (code) => {
  process.exitCode = code ?? 1;
});
