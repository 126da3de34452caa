import { ExactNumber } from './json-value.js';
import type { JsonValue } from './json-value.js';

/** −2^63, the smallest int64. */
export const INT64_MIN = -9223372036854775808n;
/** 2^63 − 1, the largest int64. */
export const INT64_MAX = 9223372036854775807n;

/** Integers of more digits are not worked out: an int64 has at most 19. */
const MOST_DIGITS = 40;
/** Longer tokens are not looked at. */
const LONGEST_TOKEN = 1000;

/** True for a bigint in the range of int64; nothing else is an int64, `11` as a double included. */
export function isInt64(value: unknown): value is bigint {
  return typeof value === 'bigint' && value <= INT64_MAX && value >= INT64_MIN;
}

/**
 * The integer that a JSON number stands for, whatever its form: 1038 for `1038`, `1038.0` and
 * `1.038e3`, 0 for `-0`.
 *
 * @returns undefined for what is no number, no integer, or far outside the range of int64
 */
export function wholeValue(value: JsonValue): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (!(value instanceof ExactNumber) || value.number.length > LONGEST_TOKEN) return undefined;
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(value.number);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = `${whole}${fraction}`;
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return 0n;
  const zeros = Number(exponent) - fraction.length + digits.length - significant.length;
  if (zeros < 0 || zeros > MOST_DIGITS) return undefined;
  return BigInt(`${sign}${significant}${'0'.repeat(zeros)}`);
}

/** The int64 that a JSON value stands for, `1038.0` included; undefined when it is none. */
export function integerOf(value: JsonValue | undefined): bigint | undefined {
  const whole = value instanceof ExactNumber ? wholeValue(value) : value;
  return isInt64(whole) ? whole : undefined;
}
