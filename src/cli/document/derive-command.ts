import { EXIT_CODES } from '../../record/exit-code.js';
import type { Lang } from '../../report/lang.js';
import { derive } from './derive.js';

/** The options of `derive`. */
export interface DeriveCommandOptions {
  readonly docs: string;
  readonly out: string;
  readonly check: boolean;
  readonly lang: Lang;
}

const WHY = {
  missing: { en: 'missing', zh: '缺失' },
  differs: { en: 'differs from the document', zh: '与文档不一致' },
  'left over': { en: 'left over', zh: '多余' },
} as const;

/**
 * Writes what is derived from the documents, or with `check` tells what is stale.
 *
 * @returns the exit code: 2 with `check` when something is stale or unaccounted for
 */
export async function deriveCommand(options: DeriveCommandOptions): Promise<number> {
  const { check, lang } = options;
  const derived = await derive(options);
  const lines = [
    ...derived.findings.map(
      ({ path, line, column, text }) => `${path}:${line}:${column}: ${text[lang]}`,
    ),
    ...derived.unaccounted.map(
      ({ path, line, column, quote }) =>
        `${path}:${line}:${column}: ${lang === 'zh' ? '无法解释的文本' : 'nothing explains'}: ${quote}`,
    ),
    ...derived.staleErrata.map(({ endpoint, line, about }) =>
      lang === 'zh'
        ? `docs/errata.yaml: ${endpoint}.md:${line} 已不是勘误所引的内容：${about.zh}`
        : `docs/errata.yaml: ${endpoint}.md:${line} no longer says what the erratum quotes: ${about.en}`,
    ),
    ...derived.stale.map(({ file, why }) => `${file}: ${WHY[why][lang]}`),
    ...derived.written.map((file) => `${lang === 'zh' ? '已写入' : 'written'}: ${file}`),
    ...derived.removed.map((file) => `${lang === 'zh' ? '已删除' : 'removed'}: ${file}`),
  ];
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  const failed =
    check && derived.stale.length + derived.unaccounted.length + derived.staleErrata.length > 0;
  const next =
    lang === 'zh'
      ? failed
        ? '有内容过期或无法解释。运行 `npx cmdb-conformance derive`，在 src/document/phrases.ts 中说明新的句子，并更正 docs/errata.yaml。'
        : '派生文件与文档一致。'
      : failed
        ? 'Something is stale or unaccounted for. Run `npx cmdb-conformance derive`, explain new sentences in src/document/phrases.ts, and correct docs/errata.yaml.'
        : 'The derived files agree with the documents.';
  process.stdout.write(`${next}\n`);
  return failed ? EXIT_CODES.usage : 0;
}
