import { ExactNumber } from '../json/json-value.js';
import type { JsonValue } from '../json/json-value.js';
import { writeJson } from '../json/write-json.js';
import { isNearMiss, NEAR_MISSES } from './near-misses.js';
import type { NearMissName } from './near-misses.js';

/** What a wrong value is made from. */
export interface Valid {
  /** The valid value of the member. */
  readonly value: JsonValue;
  /** The other app's secret, where a second app is configured. */
  readonly otherSecret: string | undefined;
  /** The other app's code, where a second app is configured. */
  readonly otherCode: string | undefined;
}

/** Far above any counter, far from the edge of int64. */
export const NEVER_GIVEN = 4_000_000_000_000_019n;

/** As far above, where no double holds every integer. */
const NEVER_GIVEN_ABOVE_2_53 = 8_000_000_000_000_000_019n;

/** No secret of anybody. */
const WRONG_VALUE = 'cmdb-conformance-wrong-value';

/** A token that no login ever gave. */
const WRONG_TOKEN = 'cmdb-conformance-wrong-token';

/** Wrong values that the suite puts in the place of a secret: made up, so no secrets themselves. */
export const MADE_UP: readonly string[] = [WRONG_VALUE, WRONG_TOKEN];

/**
 * The faults by name: the wrong value made from the valid one; `absent` takes the member out. A wrong
 * value carries the right one wherever it can, so that a server that coerces it succeeds and is seen.
 */
export const FAULTS = {
  absent: 'absent',
  null: () => null,
  empty: ({ value }) => (typeof value === 'string' ? '' : {}),

  'as text': ({ value }) => (typeof value === 'bigint' ? value.toString() : writeJson(value)),
  'as number': ({ value }) =>
    typeof value === 'string' && /^(0|[1-9][0-9]{0,17})$/.test(value) ? BigInt(value) : 1n,
  'as boolean': () => true,
  'in an array': ({ value }) => [value],
  'in an object': ({ value }) => ({ value }),
  'a fraction': ({ value }) => new ExactNumber(`${writeJson(value)}.5`),
  'just above int64': () => 9223372036854775808n,
  'just below int64': () => -9223372036854775809n,
  // In 64 bits that wrap around, this is the right value again.
  'wrapped around int64': ({ value }) =>
    typeof value === 'bigint' ? value + 18446744073709551616n : 1n,
  'far above int64': () => new ExactNumber('1e300'),
  'text that is no number': () => 'not-a-number',
  // Written as `11.0` and `1.1e1`: whole, but no integer tokens. Observed, not judged.
  'with fraction zero': ({ value }) => new ExactNumber(`${writeJson(value)}.0`),
  'with exponent': ({ value }) => new ExactNumber(`${writeJson(value)}e0`),

  wrong: () => WRONG_VALUE,
  'of no login': () => WRONG_TOKEN,
  unknown: () => 'cmdb-conformance-no-such-app',
  'a fraction just below': ({ value }) =>
    new ExactNumber(typeof value === 'bigint' ? `${value - 1n}.9` : '0.9'),
  // In 32 bits, this is the right value again.
  'the same in 32 bits': ({ value }) => {
    const id = typeof value === 'bigint' ? value : 0n;
    return id > 2n ** 62n ? id - 2n ** 32n : id + 2n ** 32n;
  },
  'that never existed': ({ value }) =>
    typeof value === 'bigint' ? NEVER_GIVEN : 'cmdb_conformance_never_existed',
  'with the other sign': ({ value }) => (typeof value === 'bigint' ? -value : -1n),
  'that never existed, above 2^53': () => NEVER_GIVEN_ABOVE_2_53,
  // What goes by the beginning of a name takes these for right.
  'with more behind it': ({ value }) =>
    `${typeof value === 'string' ? value : ''}_cmdb_conformance`,
  'cut in half': ({ value }) =>
    typeof value === 'string' ? value.slice(0, Math.floor(value.length / 2)) : '',

  'in other case': nearMiss('in other case'),
  'without its first character': nearMiss('without its first character'),
  'with another middle character': nearMiss('with another middle character'),
  'without its last character': nearMiss('without its last character'),
  'with one more character': nearMiss('with one more character'),
  'with another first character': nearMiss('with another first character'),
  'with another last character': nearMiss('with another last character'),
  'with a leading space': nearMiss('with a leading space'),
  'with a trailing space': nearMiss('with a trailing space'),
  'of another app': ({ otherSecret }) => otherSecret ?? '',
  'registered for another app': ({ otherCode }) => otherCode ?? '',
  'of another user': () => 'cmdb-conformance-other-user',
} as const satisfies Record<string, 'absent' | ((valid: Valid) => JsonValue)>;

/** Name of a fault. */
export type Fault = keyof typeof FAULTS;

const NO_SUCH: readonly Fault[] = [
  'that never existed',
  'the same in 32 bits',
  'with the other sign',
  'that never existed, above 2^53',
  'with more behind it',
  'cut in half',
  'in other case',
  'with a trailing space',
];

/** True where the value is right as such, but nothing has it: a message need not name the member. */
export function isNoSuch(fault: Fault): boolean {
  return NO_SUCH.includes(fault);
}

/** True for a value of the right type that is simply not the right one. */
export function isWrongValue(fault: Fault): boolean {
  return !/^(absent|null|empty|as |in an )/.test(fault);
}

/** True for faults that only a credential's value has: made from it, they are as secret as it is. */
export function isMadeFromSecret(fault: Fault): boolean {
  return isNearMiss(fault);
}

function nearMiss(name: NearMissName): (valid: Valid) => string {
  return ({ value }) => NEAR_MISSES[name].make(typeof value === 'string' ? value : '');
}
