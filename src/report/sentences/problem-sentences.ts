import type { Problem, ProblemKind } from '../../record/problem.js';
import type { Text } from '../../text.js';
import type { About } from './about.js';

/** For each kind of problem the function that draws its sentence, without a full stop. */
export type ProblemSentences = {
  readonly [K in ProblemKind]: (problem: Extract<Problem, { kind: K }>, about: About) => Text;
};
