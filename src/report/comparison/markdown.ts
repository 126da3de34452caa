import type {
  Comparison,
  RequirementChange,
  Severity,
} from '../../record/comparison/comparison.js';
import { SEVERITIES } from '../../record/comparison/comparison.js';
import type { Lang } from '../lang.js';
import { markdownCellCode, markdownCode, markdownText } from '../summary/markdown-text.js';
import { differenceSentence, placesWords } from '../sentences/comparison/difference.js';
import { headlineOf } from '../sentences/comparison/headline.js';
import { reservationSentence } from '../sentences/comparison/reservation.js';
import {
  CAUSE_WORDS,
  CHANGE_WORDS,
  resultWords,
  SEVERITY_WORDS,
} from '../sentences/comparison/words.js';
import { LEVEL_WORDS, OUTCOME_WORDS } from '../words.js';
import { acceptanceLines } from './acceptance.js';
import { type Item, itemsOf } from './items.js';

/** A comment of a merge request is read as a whole: of each severity so many. */
const MOST = 10;
const MOST_NAMES = 5;

const SIGNS: Readonly<Record<number, string>> = { 0: '✅', 10: '⚠️', 11: '❌', 12: '❔' };

const WORDS = {
  run: { en: 'run', zh: '运行' },
  outcome: { en: 'outcome', zh: '结论' },
  passed: { en: 'passed', zh: '通过' },
  failed: { en: 'failed', zh: '未通过' },
  rest: { en: 'more in comparison.html', zh: '项见 comparison.html' },
} as const;

/**
 * Draws a comparison as Markdown, short enough for a comment of a merge request.
 *
 * @param lang - the language of the words
 * @returns Markdown (GFM) in which text of a server is only text
 */
export function drawComparisonMarkdown(comparison: Comparison, lang: Lang): string {
  const { before, after, exitCode } = comparison;
  const items = itemsOf(comparison);
  const notes = [
    ...comparison.reservations.map(reservationSentence),
    ...acceptanceLines(comparison),
  ];
  const blocks = [
    `## ${SIGNS[exitCode] ?? ''} ${resultWords(comparison)[lang]} · ${markdownCode(before.name, 80)} → ${markdownCode(after.name, 80)}`,
    markdownText(headlineOf(comparison)[lang], 1000),
    [
      `| ${WORDS.run[lang]} | ${WORDS.outcome[lang]} | ${WORDS.passed[lang]} | ${WORDS.failed[lang]} |`,
      '| --- | --- | ---: | ---: |',
      ...[before, after].map(
        (run) =>
          `| ${markdownCellCode(run.name, 80)} | ${OUTCOME_WORDS[run.outcome][lang]} | ${run.counts.passed} | ${run.counts.failed} |`,
      ),
    ].join('\n'),
    ...notes.slice(0, MOST).map((text) => `> ${markdownText(text[lang], 500)}`),
    ...SEVERITIES.flatMap((severity) => drawSeverity(severity, items, lang)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function drawSeverity(severity: Severity, items: readonly Item[], lang: Lang): string[] {
  const own = items.filter((item) => item.severity === severity);
  if (own.length === 0) return [];
  const rest = own.length - MOST;
  return [
    `### ${SEVERITY_WORDS[severity][lang]} (${own.length})`,
    [
      ...own.slice(0, MOST).map((item) => drawItem(item, lang)),
      ...(rest > 0 ? [`- … ${rest} ${WORDS.rest[lang]}`] : []),
    ].join('\n'),
  ];
}

function drawItem({ difference, requirements }: Item, lang: Lang): string {
  const [first] = requirements;
  if (difference === undefined) return first === undefined ? '' : `- ${drawChange(first, lang)}`;
  const names = requirements.slice(0, MOST_NAMES).map(({ id }) => markdownCode(id, 120));
  const more = requirements.length - names.length;
  const changed =
    names.length === 0
      ? ''
      : `: ${first === undefined ? '' : CHANGE_WORDS[first.change][lang]} ${names.join(', ')}${more > 0 ? ` +${more}` : ''}`;
  return `- ${markdownCode(difference.endpoints.join(', '), 200)} ${markdownText(differenceSentence(difference)[lang], 400)} (${placesWords(difference.count)[lang]}, ${CAUSE_WORDS[difference.cause][lang]})${changed}`;
}

function drawChange({ change, id, level, title, cause }: RequirementChange, lang: Lang): string {
  return `${CHANGE_WORDS[change][lang]}: ${markdownCode(id, 120)} (${LEVEL_WORDS[level][lang]}, ${CAUSE_WORDS[cause][lang]}) ${markdownText(title[lang], 300)}`;
}
