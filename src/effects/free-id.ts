import { NEVER_GIVEN } from '../cases/faults.js';
import type { Problem } from '../record/problem.js';

const STRIDE = 1_000_003n;
const ATTEMPTS = 5;

/** An id that lookups show to be free, or why none is known to be. */
export type FreeId =
  | { readonly id: bigint; readonly why?: never }
  | {
      readonly id?: never;
      readonly why: Extract<Problem, { kind: 'none-free' | 'not-looked-up' }>;
    };

/**
 * An id that nothing has: not guessed at an edge of the range, and shown to be free by a lookup.
 *
 * @param isTaken - whether lookups show something of an id; undefined where they can't be used
 * @param from - the first id that is tried
 */
export async function freeId(
  isTaken: (id: bigint) => Promise<boolean | undefined>,
  from: bigint = NEVER_GIVEN,
): Promise<FreeId> {
  const taken: string[] = [];
  for (let id = from; taken.length < ATTEMPTS; id += STRIDE) {
    const shown = await isTaken(id);
    if (shown === undefined) return { why: { kind: 'not-looked-up' } };
    if (!shown) return { id };
    taken.push(id.toString());
  }
  return { why: { kind: 'none-free', ids: taken } };
}
