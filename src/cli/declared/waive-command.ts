import { existsSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { ConformanceError } from '../../error.js';
import type { RequirementResult, RunRecord } from '../../record/record.js';
import { indexRecord, keyOf } from '../../report/record-index.js';
import { reasonOf } from '../../report/reason.js';
import type { Lang } from '../../report/lang.js';
import { readRecord } from '../../report/read-record.js';
import { oneLine } from '../../report/visible.js';
import { WAIVERS_FILE } from './load-waivers.js';

/** The options of `waive`. */
export interface WaiveOptions {
  readonly out?: string;
  /** Failed recommendations too. */
  readonly strict: boolean;
  readonly lang: Lang;
}

const WORDS = {
  head: {
    en: 'Failures that are accepted. Each needs a reason; expires is the last day, in UTC.\nA failure that is known of a release needs no waiver: run with --release and --esb.',
    zh: '可接受的失败。每条都须写明理由；expires 为最后一天（UTC）。\n版本的已知偏差无需豁免：运行时使用 --release 与 --esb。',
  },
  written: {
    en: 'Fill in each reason; until then a run ends with exit code 2.',
    zh: '请为每条填写 reason；填写之前运行会以退出码 2 结束。',
  },
  nothing: { en: 'Nothing failed that a waiver could accept.', zh: '没有可豁免的失败。' },
} as const;

/**
 * Writes waivers for what failed in a record, the reasons left to be filled in.
 *
 * @param path - of a `results.json`
 * @returns the exit code: 0 once they are written, or where nothing failed
 * @throws ConformanceError `usage` where it is no record, or the file is there already
 */
export async function waiveCommand(path: string, options: WaiveOptions): Promise<number> {
  const { out = WAIVERS_FILE, strict, lang } = options;
  const record = await readRecord(path);
  const failed = record.requirements.filter(
    ({ status, level }) =>
      status === 'failed' && (level === 'must' || strict || record.settings.strict),
  );
  if (failed.length === 0) {
    process.stdout.write(`${WORDS.nothing[lang]}\n`);
    return 0;
  }
  write(out, drawWaivers(record, failed, lang));
  process.stdout.write(`${out}\n${WORDS.written[lang]}\n`);
  return 0;
}

/** The text of a file of waivers; what failed stands above each as a comment. */
function drawWaivers(record: RunRecord, failed: readonly RequirementResult[], lang: Lang): string {
  const index = indexRecord(record);
  const kinds = (result: RequirementResult): string | undefined => result.problem?.kind;
  const entries = failed.map((result) => {
    const told = oneLine(reasonOf(index, result)?.[lang] ?? '', 300);
    const entry = stringify(
      [
        {
          endpoint: result.endpoint,
          requirement: result.id,
          problem: kinds(result),
          reason: '',
          expires: nextQuarter(record.startedAt),
        },
      ],
      { lineWidth: 0 },
    );
    const optional = '    # ticket:\n    # owner:\n';
    return `  # ${keyOf(result)}: ${told}\n${entry.replace(/^(?=.)/gm, '  ')}${optional}`;
  });
  const head = WORDS.head[lang].replace(/^/gm, '# ');
  return `# yaml-language-server: $schema=node_modules/cmdb-conformance/schemas/waivers/waivers.schema.json\n${head}\nwaivers:\n${entries.join('')}`;
}

/** Ninety days after a run: a waiver that never ends is forgotten. */
function nextQuarter(startedAt: string): string {
  return new Date(Date.parse(startedAt) + 90 * 86_400_000).toISOString().slice(0, 10);
}

/** Nothing that is there is written over: reasons stand in it. */
function write(out: string, text: string): void {
  const isThere = existsSync(out);
  try {
    if (!isThere) writeFileSync(out, text, { flag: 'wx' });
  } catch (cause) {
    const why = oneLine(cause instanceof Error ? cause.message : String(cause), 300);
    throw new ConformanceError(
      'usage',
      { en: `${out} can't be written: ${why}.`, zh: `无法写入 ${out}：${why}。` },
      { en: 'Name another file with --out.', zh: '请用 --out 指定其他文件。' },
      cause,
    );
  }
  if (!isThere) return;
  throw new ConformanceError(
    'usage',
    { en: `${out} is there already, and is not written over.`, zh: `${out} 已存在，不会覆盖。` },
    {
      en: 'Name another file with --out, and copy from it what you want to accept.',
      zh: '请用 --out 指定其他文件，再从中复制需要豁免的条目。',
    },
  );
}
