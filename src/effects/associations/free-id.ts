import { NEVER_GIVEN } from '../../cases/faults.js';
import type { Row } from '../../judge/creation.js';

const STRIDE = 1_000_003n;
const ATTEMPTS = 5;

/**
 * An id that no instance has: not guessed at an edge of the range, and, where lookups can show it,
 * not associated with anything.
 *
 * @param look - the associations of an id; undefined where lookups can't be used
 * @param from - the first id that is tried
 */
export async function freeId(
  look: (id: bigint) => Promise<readonly Row[] | undefined>,
  from: bigint = NEVER_GIVEN,
): Promise<bigint> {
  let id = from;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rows = await look(id);
    if (rows === undefined || rows.length === 0) break;
    id += STRIDE;
  }
  return id;
}
