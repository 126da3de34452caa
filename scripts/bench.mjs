// Measures how fast a run is, and prints it beside what the project aims at. The target runs in a
// process of its own, a fresh one for each measurement, and what is compared takes turns. Nothing is
// asserted: figures of a machine that does other things besides mean little.
//   npm run bench [-- --runs <n>] [--no-playwright] [--no-comparison]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchComparison } from './bench-comparison.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const product = join(root, 'bin', 'cmdb-conformance.js');
const replay = join(root, 'scripts', 'replay.mjs');
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    'no-playwright': { type: 'boolean', default: false },
    'no-comparison': { type: 'boolean', default: false },
  },
});
const runs = Math.max(1, Number(values.runs) || 1);
const folder = mkdtempSync(join(tmpdir(), 'cmdb-conformance-bench-'));

/** Has a process leave its largest resident set, in KiB, and its processor time, in µs, in a file. */
const USAGE = `data:text/javascript,import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));`;

/** The variables of the secrets, by the name that a record shows in their place. */
const SECRETS = {
  bk_app_secret: 'BK_APP_SECRET',
  bk_token: 'BK_TOKEN',
  other_app_secret: 'CMDB_OTHER_APP_SECRET',
};

try {
  const { model } = cpus()[0] ?? { model: 'unknown' };
  process.stdout.write(
    `Node ${process.version}, ${cpus().length} cores (${model.trim()}), ${runs} runs\n\n`,
  );
  const rounds = [];
  for (let n = 0; n < runs; n += 1) rounds.push(await oneRound(n < 3 && !values['no-playwright']));
  tell(rounds);
  if (!values['no-comparison']) {
    await benchComparison({
      record: join(folder, 'run', 'results.json'),
      folder,
      measured: (args, codes) => measured([product, ...args], {}, codes),
      print,
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Everything once: the whole run, the bare process with the same requests, and Playwright. */
async function oneRound(withPlaywright) {
  const out = join(folder, 'run');
  const { run, variables } = await served(async (variables) => ({
    run: await measured([product, 'run', '--out', out], variables),
    variables,
  }));
  const record = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
  const requests = requestsOf(record, variables);
  writeFileSync(join(folder, 'requests.json'), JSON.stringify(requests));
  const bare = await served(({ CMDB_BASE_URL }) =>
    measured([replay, join(folder, 'requests.json'), CMDB_BASE_URL], {}),
  );
  const config = ['--config', join(root, 'playwright.config.ts')];
  const front = withPlaywright
    ? await served((variables) =>
        measured([playwright, 'test', ...config], { ...variables, CMDB_OUT: out }),
      )
    : undefined;
  return { run, bare, front, engineMs: record.durationMs, requests: requests.length };
}

/**
 * What a run sent, in its order, with the secrets in their places again. A secret that is wrong in
 * some way has its name for a value, which is as wrong.
 */
function requestsOf({ cases, housekeeping, usual }, variables) {
  const requests = [...cases.flatMap(({ exchanges }) => exchanges), ...housekeeping]
    .sort((a, b) => a.n - b.n)
    .map(({ endpoint, sent }) => ({ ...usual.requests[endpoint], ...sent }));
  const text = Object.entries(SECRETS).reduce(
    (shown, [name, variable]) => shown.replaceAll(`<${name}>`, variables[variable]),
    JSON.stringify(requests),
  );
  return JSON.parse(text);
}

/** Does something while the embedded CMDB runs in a process of its own. */
async function served(act) {
  const server = start([product, 'serve'], {});
  try {
    const text = await new Promise((resolve, reject) => {
      let printed = '';
      server.on('close', () => reject(new Error('serve ended at once')));
      server.stdout.setEncoding('utf8').on('data', (piece) => {
        printed += piece;
        if (printed.includes('CMDB_BIZ_ID=')) resolve(printed);
      });
    });
    const pairs = [...text.matchAll(/^export (\w+)='(.*)'$/gm)];
    return await act(Object.fromEntries(pairs.map(([, name, value]) => [name, value])));
  } finally {
    server.kill('SIGTERM');
  }
}

function start(args, env) {
  const own = Object.entries(process.env).filter(([name]) => !/^(CMDB|BK)_/.test(name));
  return spawn(process.execPath, args, {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a process takes and prints, from its start to its end; it has to end with one of the codes. */
function measured(args, env, codes = [0]) {
  const usage = join(folder, 'usage.json');
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = start(['--import', USAGE, ...args], { ...env, BENCH_USAGE: usage });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
    child.on('close', (code) => {
      const ms = performance.now() - begun;
      if (!codes.includes(code)) {
        reject(new Error(`exit code ${code} of ${args.join(' ')}\n${output}${errors}`));
        return;
      }
      const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, 'utf8'));
      resolve({
        ms,
        mebibytes: maxRSS / 1024,
        cpuMs: (userCPUTime + systemCPUTime) / 1000,
        output,
      });
    });
  });
}

function tell(rounds) {
  const of = (take) => rounds.map(take);
  print('', 'aim', 'median', 'min', 'max');
  figures(
    'whole run, node start included',
    '< 3 s',
    of(({ run }) => run.ms),
    seconds,
  );
  figures(
    `bare process, the same requests`,
    '',
    of(({ bare }) => bare.ms),
    seconds,
  );
  figures(
    '  whole run : bare process',
    '≤ 2.2',
    of(({ run, bare }) => run.ms / bare.ms),
    ratio,
  );
  figures(
    '  the same in processor time',
    '',
    of(({ run, bare }) => run.cpuMs / bare.cpuMs),
    ratio,
  );
  figures(
    'engine',
    '',
    of(({ engineMs }) => engineMs),
    seconds,
  );
  figures(
    'bare loop, the same requests',
    '',
    of(({ bare }) => Number(bare.output)),
    seconds,
  );
  figures(
    '  engine : bare loop',
    '≤ 1.5',
    of(({ engineMs, bare }) => engineMs / Number(bare.output)),
    ratio,
  );
  figures(
    'largest resident memory',
    '≤ 180 MiB',
    of(({ run }) => run.mebibytes),
    mebibytes,
  );
  const fronts = rounds.flatMap(({ front }) => front ?? []);
  if (fronts.length > 0) {
    figures(
      'Playwright front end',
      '< 15 s',
      fronts.map(({ ms }) => ms),
      seconds,
    );
  }
  process.stdout.write(`\n${Math.max(...of(({ requests }) => requests))} requests in a run\n`);
}

function figures(what, aim, values, show) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  print(what, aim, show(median), show(sorted[0]), show(sorted.at(-1)));
}

function print(what, aim, ...columns) {
  const cells = columns.map((column) => column.padStart(10)).join('');
  process.stdout.write(`${what.padEnd(34)}${aim.padStart(16)}${cells}\n`);
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function ratio(value) {
  return value.toFixed(2);
}

function mebibytes(value) {
  return `${value.toFixed(0)} MiB`;
}
