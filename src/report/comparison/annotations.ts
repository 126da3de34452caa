import type { Comparison, Severity } from '../../record/comparison/comparison.js';
import type { Annotation } from '../github/annotation.js';
import type { Lang } from '../lang.js';
import { differenceSentence, placesWords } from '../sentences/comparison/difference.js';
import { headlineOf } from '../sentences/comparison/headline.js';
import {
  CAUSE_WORDS,
  CHANGE_WORDS,
  resultWords,
  SEVERITY_WORDS,
} from '../sentences/comparison/words.js';
import { changeReason } from './change-reason.js';
import { type Item, itemsOf } from './items.js';

const LEVELS = {
  breaking: 'error',
  risky: 'warning',
  additive: 'notice',
} as const satisfies Record<Severity, Annotation['level']>;

/** This many requirements that went with a difference are named. */
const MAX_NAMED = 8;

/**
 * What GitHub is to show of a comparison: each difference once, by its severity; of runs that can't be
 * compared, why.
 *
 * @param lang - the language of the words
 * @returns text of a server in them is not yet made visible
 */
export function comparisonAnnotations(comparison: Comparison, lang: Lang): readonly Annotation[] {
  if (comparison.incomparable !== undefined) {
    const title = resultWords(comparison)[lang];
    return [{ level: 'error', title, lines: [headlineOf(comparison)[lang]] }];
  }
  return itemsOf(comparison).map((item) => ofItem(item, comparison, lang));
}

function ofItem(
  { severity, difference, requirements }: Item,
  comparison: Comparison,
  lang: Lang,
): Annotation {
  const changed = requirements
    .slice(0, MAX_NAMED)
    .map(({ change, endpoint, id }) => `${CHANGE_WORDS[change][lang]}: ${endpoint}/${id}`);
  const more = requirements.length - changed.length;
  const [first] = requirements;
  const reason = first && changeReason(comparison, first)?.[lang];
  const lines =
    difference === undefined
      ? [...changed, first?.title[lang] ?? '', reason ?? '']
      : [
          `${difference.endpoints.join(', ')}: ${differenceSentence(difference)[lang]}`,
          `${placesWords(difference.count)[lang]}, ${CAUSE_WORDS[difference.cause][lang]}`,
          ...changed,
        ];
  return {
    level: LEVELS[severity],
    title: SEVERITY_WORDS[severity][lang],
    lines: [...lines.filter((line) => line !== ''), ...(more > 0 ? [`… +${more}`] : [])],
  };
}
