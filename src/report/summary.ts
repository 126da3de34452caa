import type { RunRecord } from '../record/record.js';
import type { Lang } from './lang.js';
import { markdownBlock, markdownCode, markdownText } from './markdown-text.js';
import { drawFailures } from './summary-failures.js';
import { drawRest, MAX_TOLD } from './summary-parts.js';
import { drawReasons } from './summary-reasons.js';
import { countedVerdicts, tally } from './tally.js';
import { tellPartial } from './told-partial.js';
import { VERDICT_WORDS, verdictOf } from './verdict.js';
import { EMBEDDED_WORDS, LEVEL_WORDS, OUTCOME_WORDS } from './words.js';

const OUTCOME_SIGNS = { conformant: '✅', nonconformant: '❌', incomplete: '⚠️' } as const;

const WORDS = {
  level: { en: 'level', zh: '级别' },
  left: { en: 'Left on the target', zh: '目标上的残留' },
  exchanges: { en: 'exchanges', zh: '次交互' },
  insecure: { en: 'TLS NOT VERIFIED (--insecure)', zh: '未校验 TLS 证书（--insecure）' },
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
    `## ${OUTCOME_SIGNS[record.outcome]} ${OUTCOME_WORDS[record.outcome][lang]} · ${record.target.embedded ? `${EMBEDDED_WORDS[lang]} ` : ''}${markdownCode(record.target.baseUrl, 200)}`,
    markdownText(record.summary[lang], 1000),
    countTable(record, lang),
    ...partial(record, lang),
    ...drawFailures(record, lang),
    ...(['warning', 'inconclusive', 'deviation', 'not-applicable'] as const).flatMap((verdict) =>
      drawReasons(record, verdict, lang),
    ),
    ...leftovers(record, lang),
    ...record.notes.slice(0, MAX_TOLD).map((note) => `> ${markdownText(note[lang], 500)}`),
    `<sub>${markdownText(
      `cmdb-conformance ${record.suite.version} · Node ${record.suite.node} · ${record.startedAt} · ${(record.durationMs / 1000).toFixed(1)} s · ${record.counts.exchanges} ${WORDS.exchanges[lang]}${record.settings.insecure ? ` · ${WORDS.insecure[lang]}` : ''}`,
      500,
    )}</sub>`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function countTable(record: RunRecord, lang: Lang): string {
  const verdicts = countedVerdicts(record);
  const rows = (['must', 'should'] as const).map((level) => {
    const counts = tally(
      record.requirements
        .filter((result) => result.level === level)
        .map((result) => verdictOf(result, record.settings.strict)),
    );
    const cells = verdicts.map((verdict) => counts[verdict]);
    return `| ${LEVEL_WORDS[level][lang]} | ${cells.join(' | ')} |`;
  });
  return [
    `| ${WORDS.level[lang]} | ${verdicts.map((verdict) => VERDICT_WORDS[verdict][lang]).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(verdicts.length)}`,
    ...rows,
  ].join('\n');
}

function partial(record: RunRecord, lang: Lang): string[] {
  const told = tellPartial(record);
  if (told === undefined) return [];
  return [
    `**${markdownText(told.why[lang], 500)}** ${markdownText(told.next[lang], 500)}`,
    markdownBlock(told.command, 'sh', 1000),
  ];
}

function leftovers(record: RunRecord, lang: Lang): string[] {
  if (record.leftovers.length === 0) return [];
  const lines = record.leftovers
    .slice(0, MAX_TOLD)
    .map(
      ({ kind, of, id, reason }) =>
        `- ${kind} ${markdownCode(of, 100)} ${markdownCode(id ?? '?', 40)}: ${markdownText(reason, 300)}`,
    );
  return [`### ${WORDS.left[lang]}`, lines.join('\n'), ...drawRest(record.leftovers.length)];
}
