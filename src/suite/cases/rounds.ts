/**
 * A fault may come and go: besides its own cases, each credential and each required member is
 * refused once in each of these rounds, so more than eight times in a run, mixed with successes. A
 * server that is wrong in every n-th creation or refusal, n up to eight, is noticed.
 */
export const ROUNDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Types need every other one: each member has four cases of its own at least. */
export const TYPE_ROUNDS = ROUNDS.filter((round) => round % 2 === 1);
