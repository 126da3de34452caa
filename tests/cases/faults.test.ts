import { describe, expect, it } from 'vitest';
import {
  FAULTS,
  isMadeFromSecret,
  isNoSuch,
  isWrongValue,
  MADE_UP,
  NEVER_GIVEN,
} from '../../src/cases/faults.js';
import type { Fault, Valid } from '../../src/cases/faults.js';
import { ExactNumber } from '../../src/json/json-value.js';
import type { JsonValue } from '../../src/json/json-value.js';

const names = Object.keys(FAULTS).filter((name): name is Fault => name in FAULTS);

/** What a fault puts in the place of a value. */
function made(fault: Fault, value: JsonValue, other: Partial<Valid> = {}): JsonValue | undefined {
  const make = FAULTS[fault];
  if (make === 'absent') return undefined;
  return make({ value, otherSecret: undefined, otherCode: undefined, ...other });
}

const EXAMPLES: readonly (readonly [Fault, JsonValue, JsonValue | undefined])[] = [
  ['absent', 'x', undefined],
  ['null', 'x', null],
  ['empty', 'x', ''],
  ['empty', { a: 1n }, {}],
  ['as text', 9007199254740993n, '9007199254740993'],
  ['as text', { a: 1n }, '{"a":1}'],
  ['as number', '20', 20n],
  ['as number', '0', 0n],
  ['as number', '020', 1n],
  ['as number', 'x', 1n],
  ['as number', { a: 1n }, 1n],
  ['as number', '1234567890123456789', 1n],
  ['as number', '123456789012345678', 123456789012345678n],
  ['as boolean', 'x', true],
  ['in an array', 'x', ['x']],
  ['in an object', 5n, { value: 5n }],
  ['a fraction', 11n, new ExactNumber('11.5')],
  ['a fraction just below', 11n, new ExactNumber('10.9')],
  ['a fraction just below', 'x', new ExactNumber('0.9')],
  ['the same in 32 bits', 11n, 4294967307n],
  ['the same in 32 bits', 9007199254740993n, 9007203549708289n],
  ['the same in 32 bits', 9223372036854775807n, 9223372032559808511n],
  ['the same in 32 bits', 'x', 4294967296n],
  ['that never existed', 11n, 4000000000000019n],
  ['that never existed', 'a_b', 'cmdb_conformance_never_existed'],
  ['with the other sign', 11n, -11n],
  ['with the other sign', 'x', -1n],
  ['that never existed, above 2^53', 11n, 8000000000000000019n],
  ['with more behind it', 'a_b', 'a_b_cmdb_conformance'],
  ['with more behind it', 11n, '_cmdb_conformance'],
  ['cut in half', 'abcde', 'ab'],
  ['cut in half', 11n, ''],
  ['just above int64', 1n, 9223372036854775808n],
  ['just below int64', 1n, -9223372036854775809n],
  ['wrapped around int64', 11n, 18446744073709551627n],
  ['wrapped around int64', 'x', 1n],
  ['far above int64', 1n, new ExactNumber('1e300')],
  ['text that is no number', 11n, 'not-a-number'],
  ['with fraction zero', 11n, new ExactNumber('11.0')],
  ['with exponent', 11n, new ExactNumber('11e0')],
  ['wrong', 'x', 'cmdb-conformance-wrong-value'],
  ['of no login', 'x', 'cmdb-conformance-wrong-token'],
  ['unknown', 'x', 'cmdb-conformance-no-such-app'],
  ['of another user', 'x', 'cmdb-conformance-other-user'],
  ['in other case', 'aB1', 'Ab1'],
  ['without its first character', 'abc', 'bc'],
  ['with another middle character', 'abc', 'axc'],
  ['without its last character', 'abc', 'ab'],
  ['with one more character', 'abc', 'abcx'],
  ['with another first character', 'abc', 'xbc'],
  ['with another last character', 'abc', 'abx'],
  ['with a leading space', 'abc', ' abc'],
  ['with a trailing space', 'abc', 'abc '],
  ['of another app', 'x', ''],
  ['registered for another app', 'x', ''],
];

describe('the faults', () => {
  it.each(EXAMPLES)('%s (%#)', (fault, value, expected) => {
    expect(made(fault, value)).toEqual(expected);
  });

  it('are all shown here', () => {
    expect(new Set(EXAMPLES.map(([fault]) => fault))).toEqual(new Set(names));
  });

  it('take another app’s secret and code', () => {
    const other = { otherSecret: 'theirs', otherCode: 'their_app' };
    expect(made('of another app', 'mine', other)).toBe('theirs');
    expect(made('registered for another app', 'mine', other)).toBe('their_app');
  });

  it('that overflow 64 or 32 bits are the right value again there', () => {
    const right = 9007199254740993n;
    const wrapped = made('wrapped around int64', right);
    expect(typeof wrapped === 'bigint' && BigInt.asIntN(64, wrapped)).toBe(right);
    for (const id of [11n, right, 2n ** 63n - 1n]) {
      const short = made('the same in 32 bits', id);
      expect(short).not.toBe(id);
      expect(typeof short === 'bigint' && BigInt.asIntN(32, short)).toBe(BigInt.asIntN(32, id));
      expect(typeof short === 'bigint' && BigInt.asIntN(64, short)).toBe(short);
    }
  });

  it('put what is made up in the place of a secret', () => {
    for (const value of MADE_UP) expect(value).toMatch(/^cmdb-conformance-/);
    expect(MADE_UP).toEqual([made('wrong', 'x'), made('of no login', 'x')]);
    expect(made('that never existed', 1n)).toBe(NEVER_GIVEN);
  });
});

describe('what a fault is', () => {
  const those = (is: (fault: Fault) => boolean) => names.filter(is);

  it('no such thing: the value is right as such', () => {
    expect(those(isNoSuch)).toEqual([
      'the same in 32 bits',
      'that never existed',
      'with the other sign',
      'that never existed, above 2^53',
      'with more behind it',
      'cut in half',
      'in other case',
      'with a trailing space',
    ]);
  });

  it('made from a secret', () => {
    expect(those(isMadeFromSecret)).toEqual([
      'in other case',
      'without its first character',
      'with another middle character',
      'without its last character',
      'with one more character',
      'with another first character',
      'with another last character',
      'with a leading space',
      'with a trailing space',
    ]);
  });

  it('a wrong value: neither missing nor of another type', () => {
    expect(those((fault) => !isWrongValue(fault))).toEqual([
      'absent',
      'null',
      'empty',
      'as text',
      'as number',
      'as boolean',
      'in an array',
      'in an object',
    ]);
  });
});
