import type { Refusal } from '../../cases/case.js';
import type { Fault } from '../../cases/faults.js';
import { ASSOCIATION, EXISTENCE, exists, SIDES } from './members.js';

/**
 * What names nothing, once more in each round: an association, and an instance on each side.
 *
 * @param round - counted from 1
 */
export function noSuchIn(round: number): readonly Refusal[] {
  return OTHERWISE[round] ?? EXISTENCE.map((at) => noSuch({ at, fault: 'that never existed' }));
}

/** A member whose value nothing has. */
interface NoSuch {
  readonly at: (typeof EXISTENCE)[number];
  readonly fault: Fault;
}

function noSuch({ at, fault }: NoSuch): Refusal {
  return {
    trial: `semantics.${at}.${fault}`,
    changes: [{ at, fault }],
    about: 'request',
    requirements: [exists(at)],
  };
}

const NEVER_EXISTED = SIDES.map((at) => noSuch({ at, fault: 'that never existed' }));

/** The rounds that try other values: a server may look only for those that are usual. */
const OTHERWISE: Readonly<Record<number, readonly Refusal[]>> = {
  2: [
    noSuch({ at: ASSOCIATION, fault: 'with more behind it' }),
    ...SIDES.map((at) => noSuch({ at, fault: 'with the other sign' })),
  ],
  3: [
    noSuch({ at: ASSOCIATION, fault: 'cut in half' }),
    ...SIDES.map((at) => noSuch({ at, fault: 'that never existed, above 2^53' })),
  ],
  4: [noSuch({ at: ASSOCIATION, fault: 'in other case' }), ...NEVER_EXISTED],
  5: [noSuch({ at: ASSOCIATION, fault: 'with a trailing space' }), ...NEVER_EXISTED],
};
