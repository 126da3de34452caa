import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConformanceError } from '../../error.js';
import type { Lang } from '../../report/lang.js';
import { readRecord } from '../../report/read-record.js';
import { oneLine } from '../../report/visible.js';
import { OUTCOME_WORDS } from '../../report/words.js';
import { drawRows } from '../draw-rows.js';

const HEAD = {
  en: { cells: ['name', 'started', 'outcome', 'passed', 'suite'], told: ['target'] },
  zh: { cells: ['名称', '开始时间', '结论', '通过', '套件'], told: ['目标'] },
} as const;

/**
 * Lists the runs that are kept, the latest last.
 *
 * @param options - the folder, and whether to print JSON
 * @returns the exit code: 0
 */
export async function runsCommand(options: {
  readonly runsDir: string;
  readonly json: boolean;
  readonly lang: Lang;
}): Promise<number> {
  const { runsDir, lang } = options;
  const runs = [];
  const unread: string[] = [];
  for (const name of namesIn(runsDir)) {
    const path = join(runsDir, name, 'results.json');
    try {
      const { outcome, startedAt, target, suite, counts, requirements } = await readRecord(path);
      runs.push({
        name,
        path,
        startedAt,
        outcome,
        target: target.baseUrl,
        suite: suite.version,
        effort: suite.effort,
        passed: counts.passed,
        requirements: requirements.length,
      });
    } catch (error) {
      if (!(error instanceof ConformanceError)) throw error;
      unread.push(error.told(lang));
    }
  }
  runs.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  if (options.json) process.stdout.write(`${JSON.stringify(runs, null, 2)}\n`);
  else if (runs.length === 0) process.stdout.write(`${noRuns(runsDir)[lang]}\n`);
  else {
    const rows = runs.map((run) => ({
      cells: [
        run.name,
        run.startedAt.slice(0, 19).replace('T', ' '),
        OUTCOME_WORDS[run.outcome][lang],
        `${run.passed}/${run.requirements}`,
        `${oneLine(run.suite, 20)} ${run.effort}`,
      ],
      told: [oneLine(run.target, 200)],
    }));
    const width = process.stdout.columns || 100;
    process.stdout.write(`${drawRows(HEAD[lang], rows, width)}\n`);
  }
  for (const why of unread) process.stderr.write(`${why}\n`);
  return 0;
}

/** Names of the folders that hold a record; none where there is no folder yet. */
function namesIn(runsDir: string): string[] {
  try {
    return readdirSync(runsDir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => readdirSync(join(runsDir, name)).includes('results.json'))
      .sort();
  } catch {
    return [];
  }
}

function noRuns(runsDir: string): { readonly en: string; readonly zh: string } {
  return {
    en: `No run is kept in ${runsDir}. Keep one: npx cmdb-conformance run --name before`,
    zh: `${runsDir} 中还没有保存的运行。保存一次：npx cmdb-conformance run --name before`,
  };
}
