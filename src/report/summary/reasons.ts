import type { RequirementResult, RunRecord } from '../../record/record.js';
import { groupReasons, type ReasonGroup } from '../group-reasons.js';
import type { Lang } from '../lang.js';
import { markdownCellCode, markdownText } from './markdown-text.js';
import type { RecordIndex } from '../record-index.js';
import { drawHeading, drawPlace, drawRest, MAX_TOLD } from './parts.js';
import { requirementsThat } from '../tally.js';
import { type Verdict, VERDICT_WORDS } from '../verdict.js';
import { LEVEL_WORDS, rulesWords } from '../words.js';

/** UTF-16 units of a reason: a target's own words have room in it. */
const MAX_REASON = 500;
/** This many requirements that have a reason in common are named, the rest counted. */
const MAX_NAMED = 8;

const WORDS = {
  requirement: { en: 'requirement', zh: '要求' },
  level: { en: 'level', zh: '级别' },
  document: { en: 'document', zh: '文档' },
  why: { en: 'why', zh: '原因' },
} as const;

/**
 * Draws the requirements with one verdict as a table, each reason once; what is less urgent than
 * inconclusive is folded.
 *
 * @param record - the record, or its part on one endpoint
 * @param index - of the whole record
 * @param verdict - the verdict
 * @param lang - the language of the words
 * @returns blocks; text of a server in them is only text
 */
export function drawReasons(
  record: RunRecord,
  index: RecordIndex,
  verdict: Verdict,
  lang: Lang,
): string[] {
  const results = requirementsThat(record, verdict);
  if (results.length === 0) return [];
  const groups = groupReasons(results, index);
  const table = [
    `| ${WORDS.requirement[lang]} | ${WORDS.level[lang]} | ${WORDS.document[lang]} | ${WORDS.why[lang]} |`,
    '| --- | --- | --- | --- |',
    ...groups.slice(0, MAX_TOLD).map((group) => drawRow(group, lang)),
  ].join('\n');
  return verdict === 'warning' || verdict === 'inconclusive'
    ? [drawHeading(verdict, results.length, lang), table, ...drawRest(groups.length)]
    : [
        `<details><summary>${VERDICT_WORDS[verdict][lang]} (${results.length})</summary>`,
        table,
        ...drawRest(groups.length),
        '</details>',
      ];
}

function drawRow({ reason, results }: ReasonGroup, lang: Lang): string {
  const why = markdownText(reason[lang], MAX_REASON);
  const levels = (['must', 'should'] as const)
    .filter((level) => results.some((result) => result.level === level))
    .map((level) => LEVEL_WORDS[level][lang]);
  return `| ${nameAll(results, lang)} | ${levels.join(', ')} | ${placeOf(results)} | ${why} |`;
}

function nameAll(results: readonly RequirementResult[], lang: Lang): string {
  const [first] = results;
  if (first !== undefined && results.length === 1) {
    return `${markdownText(first.title[lang], 120)} ${markdownCellCode(first.id, 120)}`;
  }
  const names = results.slice(0, MAX_NAMED).map(({ id }) => markdownCellCode(id, 120));
  const more = results.length > MAX_NAMED ? ` … +${results.length - MAX_NAMED}` : '';
  return `**${rulesWords(results)[lang]}** ${names.join(' ')}${more}`;
}

function placeOf(results: readonly RequirementResult[]): string {
  const places = new Set(results.map(drawPlace));
  const [first = ''] = places;
  return places.size === 1 ? first : '—';
}
