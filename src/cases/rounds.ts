/**
 * A fault may come and go: besides its own cases, each credential and each required member is
 * refused once in each of these rounds, mixed with successes, and in the last one until it met every
 * place of every period up to eight. So a server that is wrong in every n-th request, creation or
 * refusal, n up to eight, is noticed.
 */
export const ROUNDS = [1, 2, 3, 4, 5, 6] as const;

/** Wrong types come in some of them: each member has four cases of its own at least. */
export const TYPE_ROUNDS = [1, 2, 4, 6] as const;
