import type { RequirementResult } from '../../record/record.js';
import { type Paint, SIGNS, STYLES, wrap } from './text.js';
import { groupReasons, type ReasonGroup } from '../group-reasons.js';
import type { Lang } from '../lang.js';
import { nameIn, type RecordIndex } from '../record-index.js';
import type { Verdict } from '../verdict.js';
import { oneLine } from '../visible.js';
import { LEVEL_WORDS, rulesWords } from '../words.js';

/** This many reasons are told, the rest counted. */
const MAX_REASONS = 50;
/** UTF-16 units of a reason: a target's own words have room in it. */
const MAX_REASON = 500;
/** This many requirements that have a reason in common are named, the rest counted. */
const MAX_NAMED = 12;

/**
 * Tells requirements of one verdict, each reason once: a line where one requirement has it, else
 * their number, the reason, and their ids below.
 *
 * @param results - of one verdict
 * @param index - of their record
 * @param width - columns of the terminal
 * @returns lines without line breaks; text of a server in them is only text
 */
export function tellReasons(
  results: readonly RequirementResult[],
  index: RecordIndex,
  verdict: Verdict,
  lang: Lang,
  width: number,
  paint: Paint,
): string[] {
  const groups = groupReasons(results, index);
  const told = groups
    .slice(0, MAX_REASONS)
    .flatMap((group) => tellGroup(group, index, verdict, lang, width, paint));
  const left = groups.slice(MAX_REASONS).flatMap((group) => group.results).length;
  return left > 0 ? [...told, `  … +${left}`] : told;
}

function tellGroup(
  { reason, results }: ReasonGroup,
  index: RecordIndex,
  verdict: Verdict,
  lang: Lang,
  width: number,
  paint: Paint,
): string[] {
  const sign = paint(SIGNS[verdict], STYLES[verdict]);
  const why = oneLine(reason[lang], MAX_REASON);
  const [first] = results;
  if (first === undefined) return [];
  if (results.length === 1) {
    return [
      `  ${sign} ${oneLine(nameIn(index, first), 120)} ${paint(LEVEL_WORDS[first.level][lang], 'dim')}  ${why}`,
    ];
  }
  const more = results.length - MAX_NAMED;
  const names = results.slice(0, MAX_NAMED).map((each) => oneLine(nameIn(index, each), 120));
  const list = [...names, ...(more > 0 ? [`… +${more}`] : [])].join('  ');
  return [
    `  ${sign} ${paint(rulesWords(results)[lang], 'bold')}  ${why}`,
    ...wrap(list, width - 6).map((line) => paint(`      ${line}`, 'dim')),
  ];
}
