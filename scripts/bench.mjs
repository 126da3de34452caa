// Measures how long runs take, and prints it beside what the project aims at. Nothing is asserted:
// figures of a machine that does other things besides mean little.
//   npm run bench [-- --runs <n>] [--no-playwright]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const product = join(root, 'bin', 'cmdb-conformance.js');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    'no-playwright': { type: 'boolean', default: false },
  },
});
const runs = Math.max(1, Number(values.runs) || 1);
const folder = mkdtempSync(join(tmpdir(), 'cmdb-conformance-bench-'));

/** Has a process leave its largest resident set, in KiB, in a file. */
const MEMORY = `data:text/javascript,import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS)));`;

try {
  const { model } = cpus()[0] ?? { model: 'unknown' };
  print(`Node ${process.version}, ${cpus().length} cores (${model.trim()}), ${runs} runs`, '');
  print('', 'aim', 'median', 'min', 'max');
  await benchRun();
  await benchEngine();
  if (!values['no-playwright']) await benchPlaywright();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A whole in-process run, node start included. */
async function benchRun() {
  const rss = join(folder, 'rss');
  const took = [];
  const inside = [];
  const memory = [];
  for (let n = 0; n < runs; n += 1) {
    const args = ['--import', MEMORY, product, 'run', '--out', join(folder, 'run')];
    took.push(await timed(args, { BENCH_RSS: rss }));
    inside.push(record('run').durationMs);
    memory.push(Number(readFileSync(rss, 'utf8')) / 1024);
  }
  figures('whole run, node start included', '< 3 s', took, seconds);
  figures('  of it the suite and its target', '', inside, seconds);
  figures(
    'largest resident memory',
    '< 200 MiB',
    memory,
    (mebibytes) => `${mebibytes.toFixed(0)} MiB`,
  );
}

/** The engine against a server in a process of its own, and a bare loop with the same requests. */
async function benchEngine() {
  const engine = [];
  const loop = [];
  let count = 0;
  for (let n = 0; n < runs; n += 1) {
    const env = await served((variables) =>
      timed([product, 'run', '--out', join(folder, 'live')], variables).then(() => variables),
    );
    const { durationMs, ...rest } = record('live');
    engine.push(durationMs);
    const requests = requestsOf(rest, env.BK_APP_SECRET);
    count = requests.length;
    writeFileSync(join(folder, 'requests.json'), JSON.stringify(requests));
    const replay = join(root, 'scripts', 'replay.mjs');
    const output = await served(({ CMDB_BASE_URL }) =>
      outputOf([replay, join(folder, 'requests.json'), CMDB_BASE_URL]),
    );
    loop.push(Number(output));
  }
  figures(`engine, ${count} exchanges`, '', engine, seconds);
  figures('bare loop, the same requests', '', loop, seconds);
  const ratios = engine.map((time, at) => time / loop[at]);
  figures('  engine : bare loop', '≤ 2', ratios, (ratio) => ratio.toFixed(2));
}

async function benchPlaywright() {
  const test = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const took = [];
  for (let n = 0; n < Math.min(runs, 3); n += 1) {
    const args = [test, 'test', '--config', join(root, 'playwright.config.ts')];
    took.push(await timed(args, { CMDB_OUT: join(folder, 'playwright') }));
  }
  figures('Playwright front end', '< 15 s', took, seconds);
}

function record(name) {
  return JSON.parse(readFileSync(join(folder, name, 'results.json'), 'utf8'));
}

/** What was sent, in its order, with the secret in its place again. */
function requestsOf({ cases, housekeeping }, secret) {
  return [...cases.flatMap(({ exchanges }) => exchanges), ...housekeeping]
    .sort((a, b) => a.n - b.n)
    .map(({ sent }) => ({ ...sent, body: sent.body.replaceAll('<bk_app_secret>', secret) }));
}

/** Does something while the embedded CMDB runs in a process of its own. */
async function served(act) {
  const server = start([product, 'serve'], {});
  try {
    const variables = await new Promise((resolve, reject) => {
      let text = '';
      server.on('close', () => reject(new Error('serve ended at once')));
      server.stdout.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        if (text.includes('CMDB_BIZ_ID=')) resolve(text);
      });
    });
    const pairs = [...variables.matchAll(/^export (\w+)='(.*)'$/gm)];
    return await act(Object.fromEntries(pairs.map(([, name, value]) => [name, value])));
  } finally {
    server.kill('SIGTERM');
  }
}

function start(args, env) {
  mkdirSync(folder, { recursive: true });
  const own = Object.entries(process.env).filter(([name]) => !/^(CMDB|BK)_/.test(name));
  return spawn(process.execPath, args, {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Milliseconds that a process takes, which has to end well. */
async function timed(args, env) {
  const begun = performance.now();
  await outputOf(args, env);
  return performance.now() - begun;
}

function outputOf(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = start(args, env);
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`exit code ${code} of ${args.join(' ')}\n${output}${errors}`));
    });
  });
}

function figures(what, aim, values, show) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  print(what, aim, show(median), show(sorted[0]), show(sorted.at(-1)));
}

function print(what, aim, ...columns) {
  const cells = columns.map((column) => column.padStart(10)).join('');
  process.stdout.write(`${what.padEnd(34)}${aim.padStart(10)}${cells}\n`.replace(/ +\n$/, '\n'));
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
