import type { Answered } from './experiments.js';

/** Of so many different answers to one request at most each is compared. */
const MOST_DIFFERENT = 50;

/** Two answers to the same request, one of each run. */
export type AnswerPair = readonly [before: Answered, after: Answered];

/**
 * Pairs the answers to one request that was sent several times. Where both runs got the same ones,
 * however often each, there is nothing to compare. Else those that came are compared with those that
 * went, in their order where there are as many, and each with the one that is most like it where not.
 *
 * @returns the pairs that may differ
 */
export function pairAnswers(before: readonly Answered[], after: readonly Answered[]): AnswerPair[] {
  const had = new Set(before.map(({ key }) => key));
  const has = new Set(after.map(({ key }) => key));
  const gone = before.filter(({ key }) => !has.has(key));
  const come = after.filter(({ key }) => !had.has(key));
  if (gone.length === come.length) {
    return gone.flatMap((one, at): AnswerPair[] => {
      const other = come[at];
      return other === undefined ? [] : [[one, other]];
    });
  }
  if (come.length > 0) {
    const from = gone.length > 0 ? gone : before;
    return come.slice(0, MOST_DIFFERENT).flatMap((other): AnswerPair[] => {
      const one = nearest(other, from);
      return one === undefined ? [] : [[one, other]];
    });
  }
  return gone.slice(0, MOST_DIFFERENT).flatMap((one): AnswerPair[] => {
    const other = nearest(one, after);
    return other === undefined ? [] : [[one, other]];
  });
}

/** The answer that did the same, else any. */
function nearest(to: Answered, among: readonly Answered[]): Answered | undefined {
  return among.find(({ features }) => features.did === to.features.did) ?? among[0];
}
