import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { ConformanceError } from '../../error.js';
import { acceptAll } from '../../record/comparison/accept.js';
import { compareRuns } from '../../record/comparison/compare-runs.js';
import type { Comparison, Severity } from '../../record/comparison/comparison.js';
import { comparisonAnnotations } from '../../report/comparison/annotations.js';
import { drawComparison } from '../../report/comparison/console.js';
import { drawComparisonMarkdown } from '../../report/comparison/markdown.js';
import { writeComparison } from '../../report/comparison/write-comparison.js';
import type { Lang } from '../../report/lang.js';
import { tellGithub } from '../github/tell-github.js';
import { makeFolder } from '../file/make-folder.js';
import { readAccepted, readRules, readRun } from './comparison-inputs.js';

/** The options of `compare`. */
export interface CompareCommandOptions {
  readonly out: string;
  readonly runsDir: string;
  readonly rules?: string;
  readonly accept?: string;
  readonly writeAccept?: string;
  readonly failOn: Severity;
  readonly lang: Lang;
}

/**
 * Compares two runs, and writes every report of the comparison.
 *
 * @returns the exit code
 * @throws ConformanceError `usage`
 */
export async function compareCommand(
  before: string,
  after: string,
  options: CompareCommandOptions,
): Promise<number> {
  const { out, lang, failOn, runsDir } = options;
  const one = await readRun(before, runsDir);
  const other = await readRun(after, runsDir);
  const comparison = compareRuns(one, other, {
    rules: options.rules === undefined ? [] : readRules(options.rules),
    accepted: options.accept === undefined ? [] : readAccepted(options.accept),
    today: new Date().toISOString().slice(0, 10),
    failOn,
  });
  makeFolder(out);
  const reports = await writeComparison(
    comparison,
    { before: one.record, after: other.record },
    { out, lang },
  );
  if (options.writeAccept !== undefined) {
    writeAccept(options.writeAccept, comparison);
    reports.push(options.writeAccept);
  }
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const width = process.stdout.columns || 100;
  process.stdout.write(`${drawComparison(comparison, lang, { color, width, reports })}\n`);
  tellGithub(
    () => ({
      annotations: comparisonAnnotations(comparison, lang),
      summaries: [drawComparisonMarkdown(comparison, lang)],
    }),
    lang,
  );
  return comparison.exitCode;
}

/** So many days a new entry holds, unless its reader sets another day. */
const DAYS = 90;

/** What is there already may hold reasons that somebody wrote: it is not written over. */
function writeAccept(path: string, comparison: Comparison): void {
  const expires = new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
  const accepted = acceptAll(comparison, { reason: '', expires });
  try {
    writeFileSync(path, `${HEAD}${stringify({ accepted }, { lineWidth: 0 })}`, { flag: 'wx' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      {
        en: `The accept file ${path} can’t be written: ${why}.`,
        zh: `无法写入接受文件 ${path}：${why}。`,
      },
      {
        en: 'Name a new file with --write-accept.',
        zh: '请用 --write-accept 指定一个新文件。',
      },
      cause,
    );
  }
}

const HEAD = `# Differences that are expected: compare --accept <this file> takes them out.
# Give each a reason, which must not be empty, and the last day on which it is expected.
# 预期内的差异：compare --accept <本文件> 会将其排除。请为每一项填写原因（不可为空）与有效期限。
`;
