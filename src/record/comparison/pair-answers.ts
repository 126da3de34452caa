import type { Answered } from './experiments.js';

/** Two answers to the same request, one of each run. */
export type AnswerPair = readonly [before: Answered, after: Answered];

/**
 * Pairs the answers to one request that was sent several times. Where both runs got the same ones,
 * however often each, there is nothing to compare. Else those that came are compared with those that
 * went: in their order where there are as many, and where not, each with one that is like it.
 *
 * @returns the pairs that may differ
 */
export function pairAnswers(before: readonly Answered[], after: readonly Answered[]): AnswerPair[] {
  const had = keysOf(before);
  const has = keysOf(after);
  const gone = before.filter(({ key }) => !has.has(key));
  const come = after.filter(({ key }) => !had.has(key));
  if (gone.length === come.length) {
    return gone.flatMap((one, at): AnswerPair[] => {
      const other = come[at];
      return other === undefined ? [] : [[one, other]];
    });
  }
  const likeBefore = likeAmong(gone.length > 0 ? gone : before);
  const pairs = come.flatMap((other): AnswerPair[] => {
    const one = likeBefore(other);
    return one === undefined ? [] : [[one, other]];
  });
  const told = keysOf(pairs.map(([one]) => one));
  const likeAfter = likeAmong(come.length > 0 ? come : after);
  return [
    ...pairs,
    ...gone.flatMap((one): AnswerPair[] => {
      const other = told.has(one.key) ? undefined : likeAfter(one);
      return other === undefined ? [] : [[one, other]];
    }),
  ];
}

function keysOf(answers: readonly Answered[]): ReadonlySet<string> {
  return new Set(answers.map(({ key }) => key));
}

/** Finds the first answer that is the same deed, else the first of all. */
function likeAmong(answers: readonly Answered[]): (to: Answered) => Answered | undefined {
  const deedOf = ({ features }: Answered): string =>
    features.did === 'other' || features.did === 'nothing' ? features.what : features.did;
  const firsts = new Map<string, Answered>();
  for (const one of answers) if (!firsts.has(deedOf(one))) firsts.set(deedOf(one), one);
  return (to) => firsts.get(deedOf(to)) ?? answers[0];
}
