// Measures how long it takes to compare two records and to draw the history of many, and prints it
// beside what the project aims at. The records are those of a real run with its cases repeated under
// other ids, as a suite of many documents would leave them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Cases of the records that are compared, and what the project aims at for the first. */
const CASES = [2000, 5000, 10_000];
const AIM = { seconds: 2, mebibytes: 300 };

/**
 * @param given - `record`: path of a record to make others from; `folder`: where they go; `measured`:
 *   starts the product and gives `ms` and `mebibytes`; `print`: prints a line of cells
 */
export async function benchComparison({ record: path, folder, measured, print }) {
  const record = JSON.parse(readFileSync(path, 'utf8'));
  process.stdout.write('\n');
  print('', 'aim', 'time', 'memory');
  for (const cases of CASES) {
    const [before, after] = ['before', 'after'].map((name) => {
      const file = join(folder, `${name}-${cases}.json`);
      const text = name === 'after' ? ['is required', 'is missing'] : ['', ''];
      writeFileSync(file, JSON.stringify(repeated(record, cases)).replaceAll(...text));
      return file;
    });
    const { ms, mebibytes } = await measured(
      ['compare', before, after, '--out', join(folder, 'compared')],
      [0, 10],
    );
    const aim = cases === CASES[0] ? `< ${AIM.seconds} s, ${AIM.mebibytes} MiB` : 'linear';
    print(
      `compare, ${cases} cases`,
      aim,
      `${(ms / 1000).toFixed(2)} s`,
      `${mebibytes.toFixed(0)} MiB`,
    );
  }
  await benchHistory({ path, folder, measured, print });
}

/** So many records in one history, of the cases of one run each. */
const RECORDS = 200;

async function benchHistory({ path, folder, measured, print }) {
  const runs = join(folder, 'runs');
  const record = JSON.parse(readFileSync(path, 'utf8'));
  for (let n = 0; n < RECORDS; n += 1) {
    mkdirSync(join(runs, `run-${n}`), { recursive: true });
    const startedAt = new Date(Date.UTC(2026, 0, 1, n)).toISOString();
    writeFileSync(join(runs, `run-${n}`, 'results.json'), JSON.stringify({ ...record, startedAt }));
  }
  const args = ['history', runs, '--out', join(folder, 'history')];
  const { ms, mebibytes } = await measured(args, [0]);
  const what = `history, ${RECORDS} records of ${record.cases.length} cases`;
  print(what, '< 10 s', `${(ms / 1000).toFixed(2)} s`, `${mebibytes.toFixed(0)} MiB`);
}

/** A record with so many cases, each with exchanges of its own. */
function repeated(record, cases) {
  const all = [];
  const most =
    Math.max(...record.cases.flatMap(({ exchanges }) => exchanges.map(({ n }) => n))) + 1;
  for (let round = 0; all.length < cases; round += 1) {
    for (const of of record.cases.slice(0, cases - all.length)) {
      const exchanges = of.exchanges.map((one) => ({ ...one, n: one.n + round * most }));
      const { also: _, ...rest } = of;
      all.push({ ...rest, id: round === 0 ? of.id : `${of.id}.${round}`, exchanges });
    }
  }
  return { ...record, cases: all };
}
