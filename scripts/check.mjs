// Checks everything, as `npm test` does; `npm test -- types lint` only these steps.
//
// The steps know nothing of the caller's target: its variables are taken away, and what runs the
// suite does so in a folder of its own, where no `.env` is.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { slowestTests } from './slowest-tests.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'reports', 'check');
const TESTS = join(out, 'tests.json');

/** The file that a package runs for a command. */
function bin(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  return join(folder, file);
}

const product = join(root, 'bin', 'cmdb-conformance.js');
const config = join(root, 'playwright.config.ts');

/**
 * The steps, in groups. Those of a group run two at a time, the longest first, so that there is work
 * for two cores while one waits; the next group begins when all of them are over. A step with
 * `needs` is left out when that one failed.
 */
const GROUPS = [
  [
    // `types` checks what is built here, and the rest.
    { name: 'build', what: 'dist/', run: [join(root, 'scripts', 'prepare.mjs'), '--noCheck'] },
    // Longer than all the others together.
    { name: 'lint', what: 'ESLint', run: [bin('eslint'), '--max-warnings', '0', '.'] },
    { name: 'types', what: 'tsc', run: [bin('typescript', 'tsc'), '--noEmit'] },
    { name: 'format', what: 'Prettier', run: [bin('prettier'), '--check', '.'] },
    {
      name: 'boundaries',
      what: 'imports point one way',
      run: [bin('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'src'],
    },
    { name: 'unused', what: 'code and dependencies', run: [bin('knip')] },
    {
      name: 'derived',
      what: 'derived files agree with the documents',
      run: [product, 'derive', '--check'],
      needs: 'build',
    },
  ],
  [
    {
      name: 'unit',
      what: 'Vitest',
      // Many tests wait for a slow server: three workers keep the cores busy once the others end.
      run: [
        ...[bin('vitest'), 'run', '--maxWorkers', '3'],
        ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${TESTS}`],
      ],
      needs: 'build',
    },
    {
      name: 'prove',
      what: 'every defect caught, no right server blamed',
      run: [product, 'prove', '--out', join(out, 'prove')],
      needs: 'build',
    },
    {
      name: 'run',
      what: 'in-process front end',
      run: [product, 'run', '--out', join(out, 'run')],
      needs: 'build',
      cwd: out,
    },
    {
      name: 'playwright',
      what: 'Playwright front end',
      run: [bin('@playwright/test', 'playwright'), 'test', '--config', config],
      cwd: out,
      env: { CMDB_OUT: join(out, 'playwright') },
    },
  ],
];

const wanted = process.argv.slice(2);
const names = GROUPS.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no step ${unknown.join(', ')}; there are ${names.join(', ')}.\n`);
  process.exit(2);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const results = new Map();
const begun = performance.now();
for (const group of GROUPS) {
  const steps = group.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  await sideBySide(steps, 2);
}
tellAll();

async function sideBySide(steps, width) {
  const queue = [...steps];
  const lane = async () => {
    for (let step = take(queue); step !== undefined; step = take(queue)) {
      results.set(step.name, await perform(step));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** The next step; one that waits for another of the same group lets the others go first. */
function take(queue) {
  const ready = queue.findIndex(({ needs }) => !names.includes(needs) || !isPending(needs));
  return queue.splice(Math.max(0, ready), 1)[0];
}

function isPending(name) {
  return (wanted.length === 0 || wanted.includes(name)) && !results.has(name);
}

async function perform(step) {
  if (results.get(step.needs)?.ok === false) {
    tell(step, `left out, since ${step.needs} failed`, '', false);
    return { ok: false };
  }
  const started = performance.now();
  const { code, output } = await run(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const ok = code === 0;
  tell(step, ok ? `${seconds} s` : `failed after ${seconds} s, exit code ${code}`, output, ok);
  return { ok };
}

function run({ run: args, cwd = root, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...ownEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ code: error.message, output }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

/** The environment without the variables of a target and of the reports. */
function ownEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(CMDB|BK)_/.test(name));
  return Object.fromEntries(kept);
}

function tell({ name, what }, how, output, ok) {
  process.stdout.write(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${what} (${how})\n`);
  if (!ok && output !== '') process.stdout.write(`\n${output.trimEnd()}\n\n`);
}

function tellAll() {
  const slowest = slowestTests(TESTS, 10, root);
  if (slowest.length > 0) {
    process.stdout.write(`\nThe slowest tests:\n${slowest.join('\n')}\n`);
  }
  const failed = [...results].filter(([, { ok }]) => !ok).map(([name]) => name);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  if (failed.length > 0) {
    process.stdout.write(
      `\nFailed: ${failed.join(', ')}. Alone: npm test -- ${failed.join(' ')}\n`,
    );
  }
  process.stdout.write(
    `\nAll steps took ${seconds} s; reports of the runs are in reports/check/.\n`,
  );
  process.stdout.write(`${results.size - failed.length} passed, ${failed.length} failed\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
