import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INT64_MAX, INT64_MIN, integerOf, isInt64, wholeValue } from '../../src/json/int64.js';
import { ExactNumber } from '../../src/json/json-value.js';

describe('isInt64', () => {
  it.each([0n, 11n, -1n, 9007199254740993n, INT64_MAX, INT64_MIN])('%s is one', (value) => {
    expect(isInt64(value)).toBe(true);
  });

  it.each([
    INT64_MAX + 1n,
    INT64_MIN - 1n,
    11,
    11.5,
    '11',
    null,
    undefined,
    true,
    [11n],
    new ExactNumber('11.0'),
    new ExactNumber('1e300'),
  ])('%s is none', (value) => {
    expect(isInt64(value)).toBe(false);
  });

  it('has the range of 64 bits', () => {
    expect([INT64_MIN, INT64_MAX]).toEqual([-(2n ** 63n), 2n ** 63n - 1n]);
  });
});

describe('wholeValue', () => {
  it.each([
    ['1038.0', 1038n],
    ['1.038e3', 1038n],
    ['1.0380E+0003', 1038n],
    ['103800e-2', 1038n],
    ['-10380.00e-1', -1038n],
    ['0.5e1', 5n],
    ['0.001e3', 1n],
    ['1e19', 10n ** 19n],
    ['1e40', 10n ** 40n],
    ['-0', 0n],
    ['0.0', 0n],
    ['-0e9999999999', 0n],
    ['9007199254740993.0', 9007199254740993n],
    [`7.${'0'.repeat(998)}`, 7n],
  ])('%s is %s', (text, whole) => {
    expect(wholeValue(new ExactNumber(text))).toBe(whole);
  });

  it.each([
    '11.5',
    '1e-1',
    '1038.05e1',
    '15e-1',
    '1e41',
    '1e300',
    '1e999999999999999999999',
    '1e-99999999999999',
    `7.${'0'.repeat(1000)}`,
    'no number',
    '1.',
  ])('%s is none', (text) => {
    expect(wholeValue(new ExactNumber(text))).toBeUndefined();
  });

  it('gives a bigint as it is, and nothing for what is no number', () => {
    expect(wholeValue(7n)).toBe(7n);
    for (const value of [null, true, '7', [7n], {}]) expect(wholeValue(value)).toBeUndefined();
  });

  it('finds every integer in each of its forms', () => {
    const shift = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.bigInt({ min: INT64_MIN, max: INT64_MAX }), shift, (whole, by) => {
        const [sign, digits] = whole < 0n ? ['-', String(-whole)] : ['', String(whole)];
        const padded = digits.padStart(by + 1, '0');
        const cut = padded.length - by;
        const moved = `${sign}${padded.slice(0, cut)}.${padded.slice(cut)}0e${by}`;
        expect(wholeValue(new ExactNumber(moved))).toBe(whole);
        expect(wholeValue(new ExactNumber(`${sign}${digits}${'0'.repeat(by)}E-${by}`))).toBe(whole);
        expect(wholeValue(new ExactNumber(`${sign}${digits}.5`))).toBeUndefined();
      }),
    );
  });
});

describe('integerOf', () => {
  it('gives whole numbers in any form', () => {
    expect(integerOf(0n)).toBe(0n);
    expect(integerOf(INT64_MAX)).toBe(INT64_MAX);
    expect(integerOf(INT64_MIN)).toBe(INT64_MIN);
    expect(integerOf(new ExactNumber('1038.0'))).toBe(1038n);
    expect(integerOf(new ExactNumber('1e3'))).toBe(1000n);
  });

  it('gives nothing for the rest', () => {
    for (const value of [undefined, null, true, '11', [], {}, INT64_MAX + 1n, INT64_MIN - 1n]) {
      expect(integerOf(value)).toBeUndefined();
    }
    expect(integerOf(new ExactNumber('11.5'))).toBeUndefined();
    expect(integerOf(new ExactNumber('1e300'))).toBeUndefined();
  });
});
