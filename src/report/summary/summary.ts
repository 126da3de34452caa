import type { RunRecord } from '../../record/record.js';
import type { Lang } from '../lang.js';
import { markdownBlock, markdownCellCode, markdownCode, markdownText } from './markdown-text.js';
import { indexRecord, type RecordIndex } from '../record-index.js';
import { hasSeveral, sectionsOf } from '../sections.js';
import { kindOf, thingOf } from '../sentences/about.js';
import { leftSentence } from '../sentences/left-reason.js';
import { noteSentence } from '../sentences/note.js';
import { outcomeHeadline } from '../sentences/conditions.js';
import { outcomeSentence } from '../sentences/outcome.js';
import { drawFailures } from './failures.js';
import { drawRest, MAX_TOLD } from './parts.js';
import { drawReasons } from './reasons.js';
import { countedVerdicts, type Tally, tallyRequirements } from '../tally.js';
import { tellPartial } from '../told-partial.js';
import { VERDICT_WORDS } from '../verdict.js';
import { effortBeside, EMBEDDED_WORDS, LEVEL_WORDS } from '../words.js';

const OUTCOME_SIGNS = { conformant: '✅', nonconformant: '❌', incomplete: '⚠️' } as const;

const WORDS = {
  level: { en: 'level', zh: '级别' },
  endpoint: { en: 'endpoint', zh: '接口' },
  left: { en: 'Left on the target', zh: '目标上的残留' },
  whole: {
    en: 'the whole is in summary.md, which is longer than GitHub takes',
    zh: '完整内容见 summary.md，其长度超过 GitHub 的限制',
  },
  exchanges: { en: 'exchanges', zh: '次交互' },
  insecure: { en: 'TLS NOT VERIFIED (--insecure)', zh: '未校验 TLS 证书（--insecure）' },
} as const;

/**
 * Draws the record as Markdown for the job summary of a CI system; of several endpoints, a table of
 * all and a section for each.
 *
 * @param record - the record
 * @param lang - the language of the words
 * @returns Markdown (GFM) in which text of a server is only text
 */
export function drawSummary(record: RunRecord, lang: Lang): string {
  const index = indexRecord(record);
  const about = { thing: thingOf(record.endpoints) };
  const blocks = [
    ...headBlocks(record, lang),
    ...partial(record, lang),
    ...(hasSeveral(record)
      ? sectionsOf(record).flatMap((section) => [
          `## ${markdownCode(section.endpoint, 100)}`,
          ...drawVerdicts(section.record, index, lang),
        ])
      : drawVerdicts(record, index, lang)),
    ...leftovers(record, lang),
    ...record.notes
      .slice(0, MAX_TOLD)
      .map((note) => `> ${markdownText(noteSentence(note, about)[lang], 700)}`),
    `<sub>${markdownText(
      `cmdb-conformance ${record.suite.version} · Node ${record.suite.node} · ${record.startedAt} · ${(record.durationMs / 1000).toFixed(1)} s · ${record.counts.exchanges} ${WORDS.exchanges[lang]}${effortBeside(record.suite)}${record.settings.insecure ? ` · ${WORDS.insecure[lang]}` : ''}`,
      500,
    )}</sub>`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/**
 * Draws the outcome and the counts alone, for where the whole has no room.
 *
 * @param record - the record
 * @param lang - the language of the words
 * @returns Markdown (GFM) in which text of a server is only text
 */
export function drawSummaryHead(record: RunRecord, lang: Lang): string {
  return `${[...headBlocks(record, lang), `… ${WORDS.whole[lang]}`].join('\n\n')}\n`;
}

function headBlocks(record: RunRecord, lang: Lang): string[] {
  return [
    `## ${OUTCOME_SIGNS[record.outcome]} ${markdownText(outcomeHeadline(record)[lang], 500)} · ${record.target.embedded ? `${EMBEDDED_WORDS[lang]} ` : ''}${markdownCode(record.target.baseUrl, 200)}`,
    markdownText(outcomeSentence(record)[lang], 1000),
    countTable(record, lang),
  ];
}

function drawVerdicts(record: RunRecord, index: RecordIndex, lang: Lang): string[] {
  return [
    ...drawFailures(record, index, lang),
    ...(['warning', 'inconclusive', 'waived', 'deviation', 'not-applicable'] as const).flatMap(
      (verdict) => drawReasons(record, index, verdict, lang),
    ),
  ];
}

/** The counts by level; of several endpoints, those of each below. */
function countTable(record: RunRecord, lang: Lang): string {
  const verdicts = countedVerdicts(record);
  const row = (name: string, counts: Tally): string =>
    `| ${name} | ${verdicts.map((verdict) => counts[verdict]).join(' | ')} |`;
  const table = (heading: string, rows: readonly string[]): string =>
    [
      `| ${heading} | ${verdicts.map((verdict) => VERDICT_WORDS[verdict][lang]).join(' | ')} |`,
      `| --- |${' ---: |'.repeat(verdicts.length)}`,
      ...rows,
    ].join('\n');
  const levels = table(
    WORDS.level[lang],
    (['must', 'should'] as const).map((level) =>
      row(LEVEL_WORDS[level][lang], tallyRequirements(record, level)),
    ),
  );
  if (!hasSeveral(record)) return levels;
  const endpoints = table(
    WORDS.endpoint[lang],
    sectionsOf(record).map((section) =>
      row(markdownCellCode(section.endpoint, 100), tallyRequirements(section.record)),
    ),
  );
  return `${levels}\n\n${endpoints}`;
}

function partial(record: RunRecord, lang: Lang): string[] {
  const told = tellPartial(record);
  if (told === undefined) return [];
  return [
    [
      ...(told.why === undefined ? [] : [`**${markdownText(told.why[lang], 1000)}**`]),
      markdownText(told.next[lang], 500),
    ].join(' '),
    markdownBlock(told.command, 'sh', 1000),
  ];
}

function leftovers(record: RunRecord, lang: Lang): string[] {
  if (record.leftovers.length === 0) return [];
  const lines = record.leftovers
    .slice(0, MAX_TOLD)
    .map(
      (left) =>
        `- ${markdownText(kindOf(left)[lang], 40)} ${markdownCode(left.of, 100)} ${markdownCode(left.id ?? '?', 40)}: ${markdownText(leftSentence(left.why)[lang], 400)}`,
    );
  return [`### ${WORDS.left[lang]}`, lines.join('\n'), ...drawRest(record.leftovers.length)];
}
