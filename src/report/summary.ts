import type { RequirementResult, RunRecord } from '../suite/record.js';
import { decisive, indexRecord } from './evidence.js';
import { answeredInShort, sentInShort } from './in-short.js';
import { type Lang, reasonOf } from './lang.js';
import { markdownBlock, markdownCellCode, markdownCode, markdownText } from './markdown-text.js';
import { requirementsThat, tally } from './tally.js';
import { REQUIREMENT_VERDICTS, type Verdict, VERDICT_WORDS, verdictOf } from './verdict.js';
import { LEVEL_WORDS, OUTCOME_WORDS } from './words.js';

/** GitHub refuses a job summary above 1 MiB: this many of each kind are told, the rest counted. */
const MAX_TOLD = 40;

const OUTCOME_SIGNS = { conformant: '✅', nonconformant: '❌', incomplete: '⚠️' } as const;

const WORDS = {
  level: { en: 'level', zh: '级别' },
  requirement: { en: 'requirement', zh: '要求' },
  document: { en: 'document', zh: '文档' },
  why: { en: 'why', zh: '原因' },
  sent: { en: 'sent', zh: '发送' },
  back: { en: 'came back', zh: '返回' },
  repeat: {
    en: 'To repeat it, with the secrets as variables:',
    zh: '复现命令（密钥以变量代替）：',
  },
  full: { en: 'For the full run:', zh: '完整运行：' },
  left: { en: 'Left on the target', zh: '目标上的残留' },
} as const;

/**
 * Draws the record as Markdown for the job summary of a CI system.
 *
 * @param record - the record
 * @param lang - the language of the words
 * @returns Markdown (GFM) in which text of a server is only text
 */
export function drawSummary(record: RunRecord, lang: Lang): string {
  const blocks = [
    `## ${OUTCOME_SIGNS[record.outcome]} ${OUTCOME_WORDS[record.outcome][lang]} · ${markdownCode(record.target.baseUrl, 200)}`,
    markdownText(record.summary[lang], 1000),
    countTable(record, lang),
    ...partial(record, lang),
    ...failures(record, lang),
    ...(['warning', 'inconclusive', 'deviation', 'not-applicable'] as const).flatMap((verdict) =>
      reasonTable(record, verdict, lang),
    ),
    ...leftovers(record, lang),
    ...record.notes.slice(0, MAX_TOLD).map((note) => `> ${markdownText(note[lang], 500)}`),
    `<sub>${markdownText(
      `cmdb-conformance ${record.suite.version} · Node ${record.suite.node} · ${record.startedAt} · ${(record.durationMs / 1000).toFixed(1)} s · ${record.counts.exchanges} exchanges${record.settings.insecure ? ' · TLS NOT VERIFIED (--insecure)' : ''}`,
      500,
    )}</sub>`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function countTable(record: RunRecord, lang: Lang): string {
  const rows = (['must', 'should'] as const).map((level) => {
    const counts = tally(
      record.requirements
        .filter((result) => result.level === level)
        .map((result) => verdictOf(result, record.settings.strict)),
    );
    const cells = REQUIREMENT_VERDICTS.map((verdict) => counts[verdict]);
    return `| ${LEVEL_WORDS[level][lang]} | ${cells.join(' | ')} |`;
  });
  return [
    `| ${WORDS.level[lang]} | ${REQUIREMENT_VERDICTS.map((verdict) => VERDICT_WORDS[verdict][lang]).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(REQUIREMENT_VERDICTS.length)}`,
    ...rows,
  ].join('\n');
}

function partial(record: RunRecord, lang: Lang): string[] {
  if (record.partial === undefined) return [];
  const reason = lang === 'zh' ? record.partial.reasonZh : record.partial.reason;
  return [
    `**${markdownText(reason, 500)}** ${WORDS.full[lang]}`,
    markdownBlock(record.partial.command, 'sh', 1000),
  ];
}

function heading(verdict: Verdict, count: number, lang: Lang): string {
  return `### ${VERDICT_WORDS[verdict][lang]} (${count})`;
}

function failures(record: RunRecord, lang: Lang): string[] {
  const failed = requirementsThat(record, 'failed');
  if (failed.length === 0) return [];
  const index = indexRecord(record);
  return [
    heading('failed', failed.length, lang),
    ...failed.slice(0, MAX_TOLD).map((result) => {
      const placed = decisive(index, result);
      const lines = [
        `**${markdownText(result.title[lang], 200)}** ${markdownCode(result.id, 200)} (${LEVEL_WORDS[result.level][lang]})`,
        '',
        `- ${WORDS.document[lang]}: ${place(result)} ${markdownCode(result.source.quote.replace(/\s+/g, ' ').trim(), 200)}`,
        `- ${WORDS.why[lang]}: ${markdownText(reasonOf(result, lang), 1000)}`,
      ];
      if (placed === undefined) return lines.join('\n');
      return [
        ...lines,
        `- ${WORDS.sent[lang]}: ${markdownCode(sentInShort(placed, 400)[lang], 500)}`,
        `- ${WORDS.back[lang]}: ${markdownCode(answeredInShort(placed.exchange, 400)[lang], 500)}`,
        '',
        `<details><summary>${WORDS.repeat[lang]}</summary>`,
        '',
        markdownBlock(placed.exchange.curl, 'sh', 4000),
        '',
        '</details>',
      ].join('\n');
    }),
    ...rest(failed.length),
  ];
}

function place(result: RequirementResult): string {
  return markdownText(`${result.source.path}:${result.source.line}`, 300);
}

function reasonTable(record: RunRecord, verdict: Verdict, lang: Lang): string[] {
  const results = requirementsThat(record, verdict);
  if (results.length === 0) return [];
  const rows = results
    .slice(0, MAX_TOLD)
    .map(
      (result) =>
        `| ${markdownText(result.title[lang], 120)} ${markdownCellCode(result.id, 120)} | ${LEVEL_WORDS[result.level][lang]} | ${place(result)} | ${markdownText(reasonOf(result, lang), 300)} |`,
    );
  const table = [
    `| ${WORDS.requirement[lang]} | ${WORDS.level[lang]} | ${WORDS.document[lang]} | ${WORDS.why[lang]} |`,
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  const title = `${VERDICT_WORDS[verdict][lang]} (${results.length})`;
  return verdict === 'warning' || verdict === 'inconclusive'
    ? [heading(verdict, results.length, lang), table, ...rest(results.length)]
    : [`<details><summary>${title}</summary>`, table, ...rest(results.length), '</details>'];
}

function leftovers(record: RunRecord, lang: Lang): string[] {
  if (record.leftovers.length === 0) return [];
  const lines = record.leftovers
    .slice(0, MAX_TOLD)
    .map(
      ({ kind, of, id, reason }) =>
        `- ${kind} ${markdownCode(of, 100)} ${markdownCode(id ?? '?', 40)}: ${markdownText(reason, 300)}`,
    );
  return [`### ${WORDS.left[lang]}`, lines.join('\n'), ...rest(record.leftovers.length)];
}

function rest(count: number): string[] {
  return count > MAX_TOLD ? [`… +${count - MAX_TOLD} (conformance.html)`] : [];
}
