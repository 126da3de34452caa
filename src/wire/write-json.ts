import { ExactNumber } from './json-value.js';
import type { JsonValue } from './json-value.js';

/**
 * Writes a value as JSON text, exactly: a bigint with all its digits, an {@link ExactNumber} as it
 * stands. Members keep their order; there is no white space.
 */
export function writeJson(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint' || typeof value === 'boolean') return value.toString();
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ExactNumber) return value.number;
  if (isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`,
  );
  return `{${members.join(',')}}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
