import type { ExactNumber } from './json-value.js';

/** −2^63, the smallest int64. */
export const INT64_MIN = -9223372036854775808n;
/** 2^63 − 1, the largest int64. */
export const INT64_MAX = 9223372036854775807n;

/** The exponents that are still read: an int64 has at most 19 digits. */
const LARGEST_EXPONENT = 40;

/** True for a bigint in the range of int64; nothing else is an int64, `11` as a double included. */
export function isInt64(value: unknown): value is bigint {
  return typeof value === 'bigint' && value <= INT64_MAX && value >= INT64_MIN;
}

/**
 * The integer that a number written with fraction or exponent stands for: 1038 for `1038.0` and
 * `1.038e3`.
 *
 * @returns undefined when it is no integer, or far outside the range of int64
 */
export function wholeValue(value: ExactNumber): bigint | undefined {
  if (value.number.length > 100) return undefined;
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(value.number);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = parts;
  const digits = `${whole}${fraction}`.replace(/^0+(?=[0-9])/, '');
  if (/^0+$/.test(digits)) return 0n;
  const exponent = Number(exponentText) - fraction.length;
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  if (exponent >= 0) return BigInt(`${sign}${digits}${'0'.repeat(exponent)}`);
  const cut = digits.slice(exponent);
  if (cut.length < -exponent || !/^0+$/.test(cut) || digits.length <= -exponent) return undefined;
  return BigInt(`${sign}${digits.slice(0, exponent)}`);
}
