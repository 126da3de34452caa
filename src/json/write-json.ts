import { ExactNumber } from './json-value.js';
import type { JsonValue } from './json-value.js';

/**
 * Writes a value as JSON text, exactly: a bigint with all its digits, an {@link ExactNumber} as it
 * stands. Members keep their order.
 *
 * @param value - what to write
 * @param indent - spaces for each level; without it there is no white space
 */
export function writeJson(value: JsonValue, indent = 0): string {
  return write(value, indent === 0 ? '' : ' '.repeat(indent), indent === 0 ? '' : '\n');
}

/** @param margin - the line break and the spaces that close the value; empty for no layout */
function write(value: JsonValue, step: string, margin: string): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint' || typeof value === 'boolean') return value.toString();
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ExactNumber) return value.number;
  const inner = margin === '' ? '' : margin + step;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => inner + write(item, step, inner));
    return `[${items.join(',')}${margin}]`;
  }
  const space = margin === '' ? '' : ' ';
  const members = Object.entries(value).map(
    ([key, member]) => `${inner}${JSON.stringify(key)}:${space}${write(member, step, inner)}`,
  );
  return members.length === 0 ? '{}' : `{${members.join(',')}${margin}}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
