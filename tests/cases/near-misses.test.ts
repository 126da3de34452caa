import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearMiss, NEAR_MISSES, NEAR_MISS_NAMES } from '../../src/cases/near-misses.js';
import type { NearMissName } from '../../src/cases/near-misses.js';

describe('a near miss', () => {
  it.each<[NearMissName, string, string]>([
    ['in other case', 'aB1', 'Ab1'],
    ['in other case', '12-3', '12-3A'],
    ['in other case', 'ß', 'SS'],
    ['without its first character', 'abc', 'bc'],
    ['without its last character', 'abc', 'ab'],
    ['with one more character', 'abc', 'abcx'],
    ['with another first character', 'abc', 'xbc'],
    ['with another first character', 'xbc', 'ybc'],
    ['with another middle character', 'abc', 'axc'],
    ['with another middle character', 'axc', 'ayc'],
    ['with another middle character', 'abcd', 'abxd'],
    ['with another last character', 'abc', 'abx'],
    ['with another last character', 'abx', 'aby'],
    ['with a leading space', 'abc', ' abc'],
    ['with a trailing space', 'abc', 'abc '],
  ])('%s of %j is %j', (name, secret, value) => {
    expect(NEAR_MISSES[name].make(secret)).toBe(value);
  });

  it('is never the secret itself', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom(...NEAR_MISS_NAMES),
        (secret, name) => {
          expect(NEAR_MISSES[name].make(secret)).not.toBe(secret);
        },
      ),
    );
  });

  it('has a name', () => {
    expect(NEAR_MISS_NAMES).toHaveLength(9);
    for (const name of NEAR_MISS_NAMES) expect(isNearMiss(name)).toBe(true);
    expect(isNearMiss('wrong')).toBe(false);
    expect(isNearMiss('toString')).toBe(false);
  });
});
