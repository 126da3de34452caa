// Runs the suite many times against the embedded CMDB and compares the verdicts: a flake shows here.
//   npm run stability [-- <runs>]
import { drive } from '../dist/cli/run/drive.js';
import { openRun } from '../dist/cli/run/open-run.js';

const runs = Number(process.argv[2] ?? 50);
const seen = new Map();
for (let n = 1; n <= runs; n += 1) {
  const run = await openRun({
    commandLine: {},
    environment: {},
    out: '',
    inMemory: true,
    only: [],
    strict: false,
    effort: 'full',
    endpoints: [],
    frontEnd: 'run',
    fullCommand: 'npx cmdb-conformance run',
  });
  const before = run.embedded?.snapshot();
  const record = await drive(run.session, () => undefined);
  const clean = run.embedded?.snapshot() === before && record.leftovers.length === 0;
  await run.close();
  const verdicts = [
    record.outcome,
    `clean ${clean}`,
    ...record.requirements.map(({ id, status }) => `${id} ${status}`),
    ...record.cases.map(({ id, status }) => `${id} ${status}`),
  ].join('\n');
  seen.set(verdicts, (seen.get(verdicts) ?? 0) + 1);
  process.stderr.write(`\r${n}/${runs}`);
}
process.stderr.write('\n');
const [first] = seen.keys();
process.stdout.write(
  `${runs} runs, ${seen.size} different sets of verdicts; ${first.split('\n').slice(0, 2).join(', ')}\n`,
);
process.exitCode = seen.size === 1 && first.startsWith('conformant\nclean true') ? 0 : 1;
