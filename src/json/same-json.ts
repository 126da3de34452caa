import { wholeValue } from './int64.js';
import { ExactNumber } from './json-value.js';
import type { JsonValue } from './json-value.js';

/**
 * Whether two values are the same JSON, exactly: numbers by their value, so `1` and `1.0` are the same;
 * members in any order. Stops at the first difference.
 */
export function sameJson(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true;
  if (isNumber(one) && isNumber(other)) return sameNumber(one, other);
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  if (one instanceof ExactNumber || other instanceof ExactNumber) return false;
  if (isArray(one) || isArray(other)) {
    if (!isArray(one) || !isArray(other) || one.length !== other.length) return false;
    return one.every((item, n) => {
      const against = other[n];
      return against !== undefined && sameJson(item, against);
    });
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => {
    const [mine, its] = [one[key], other[key]];
    return mine !== undefined && its !== undefined && sameJson(mine, its);
  });
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isNumber(value: JsonValue): value is bigint | ExactNumber {
  return typeof value === 'bigint' || value instanceof ExactNumber;
}

function sameNumber(one: bigint | ExactNumber, other: bigint | ExactNumber): boolean {
  const whole = wholeValue(one);
  if (whole !== undefined) return whole === wholeValue(other);
  return one instanceof ExactNumber && other instanceof ExactNumber && one.number === other.number;
}
