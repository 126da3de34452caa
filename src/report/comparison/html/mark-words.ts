import { commonEnds } from '../../../record/comparison/common-ends.js';
import { cut } from '../../visible.js';

/** A text in three parts; what is in the middle differs from the other. */
export interface MarkedText {
  readonly start: string;
  readonly changed: string;
  readonly end: string;
}

/** UTF-16 units of each part. Of what both begin with, its end is the nearer one. */
const MAX_START = 80;
const MAX_CHANGED = 200;
const MAX_END = 60;

/**
 * Finds what differs in two texts, word by word: one run of words in each, between what both begin with
 * and what both end with. Long parts are shortened.
 */
export function markWords(
  before: string,
  after: string,
): { readonly before: MarkedText; readonly after: MarkedText } {
  const one = wordsOf(before);
  const other = wordsOf(after);
  const common = commonEnds(one, other);
  const parts = (words: readonly string[]): MarkedText => {
    const changedTo = words.length - common.end;
    const start = words.slice(0, common.start).join('');
    return {
      start: start.length > MAX_START ? `…${start.slice(-MAX_START)}` : start,
      changed: cut(words.slice(common.start, changedTo).join(''), MAX_CHANGED),
      end: cut(words.slice(changedTo).join(''), MAX_END),
    };
  };
  return { before: parts(one), after: parts(other) };
}

/** Words with the space behind them; of a longer text the beginning. */
function wordsOf(text: string): string[] {
  return text.slice(0, 4_000).split(/(?<=[\s:,，：{}()[\]])/);
}
