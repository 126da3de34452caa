import { LosslessNumber } from 'lossless-json';
import { isMembers } from '../json.js';

/** A number as a float64; undefined for what is none. */
export function float64(value: unknown): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof LosslessNumber ? Number(value.value) : undefined;
}

/** True where a value holds what no JSON number is, which Python reads and writes all the same. */
export function holdsNaN(value: unknown): boolean {
  if (value instanceof LosslessNumber) {
    return !/^-?\d+$/.test(value.value) && !Number.isFinite(Number(value.value));
  }
  if (Array.isArray(value)) return value.some(holdsNaN);
  return isMembers(value) && Object.values(value).some(holdsNaN);
}

/** Writes a value as Go writes a map: keys sorted, numbers as float64, no markup characters. */
export function writeGoMap(value: unknown): string {
  return write(value).replace(
    /[<>&]/g,
    (char) => `\\u00${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function write(value: unknown): string {
  const number = float64(value);
  if (number !== undefined) return String(number);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (!isMembers(value)) return JSON.stringify(value ?? null);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${write(value[name])}`);
  return `{${members.join(',')}}`;
}

/** What Go calls a JSON value. */
export function goKind(value: unknown): string {
  if (float64(value) !== undefined) return 'number';
  if (Array.isArray(value)) return 'array';
  if (isMembers(value)) return 'object';
  return typeof value === 'boolean' ? 'bool' : 'string';
}
