import { LosslessNumber } from 'lossless-json';
import { isMembers } from '../json.js';
import type { Members } from '../json.js';

/** What of the two Pythons is different in a text. */
type Python = 2 | 3;

/** A value as Python's `str` has it. */
export function str(value: unknown, python: Python): string {
  if (typeof value === 'string') return value;
  return repr(value, python);
}

function repr(value: unknown, python: Python): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return String(value);
  if (value instanceof LosslessNumber) return float(value);
  if (typeof value === 'string')
    return `${python === 2 ? 'u' : ''}'${value.replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map((one) => repr(one, python)).join(', ')}]`;
  const members = isMembers(value) ? Object.entries(value) : [];
  return `{${members.map(([name, one]) => `${repr(name, python)}: ${repr(one, python)}`).join(', ')}}`;
}

/** A float keeps a point; an integer out of range is no float. */
function float({ value }: LosslessNumber): string {
  if (/^-?\d+$/.test(value)) return value;
  const text = String(Number(value));
  return /[.eI]/.test(text) ? text : `${text}.0`;
}

/** A value's type as Python names it, for example `<class 'int'>`. */
export function typeName(value: unknown, python: Python): string {
  return `<${python === 2 ? 'type' : 'class'} '${kindOf(value)}'>`;
}

function kindOf(value: unknown): string {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (value instanceof LosslessNumber) return /^-?\d+$/.test(value.value) ? 'int' : 'float';
  return Array.isArray(value) ? 'list' : 'dict';
}

/** Writes a value as `json.dumps` does, with a space after each comma and colon. */
export function dumps(value: unknown, order: readonly string[] | null): string {
  if (Array.isArray(value)) return `[${value.map((one) => dumps(one, order)).join(', ')}]`;
  if (typeof value === 'bigint') return String(value);
  if (value instanceof LosslessNumber) return value.value;
  if (!isMembers(value)) return JSON.stringify(value ?? null);
  const names = order === null ? Object.keys(value) : sorted(value, order);
  return `{${names.map((name) => `${JSON.stringify(name)}: ${dumps(value[name], order)}`).join(', ')}}`;
}

/** Names in a given order, those that it does not have behind the others. */
function sorted(members: Members, order: readonly string[]): string[] {
  const names = Object.keys(members);
  return [
    ...order.filter((name) => names.includes(name)),
    ...names.filter((name) => !order.includes(name)),
  ];
}

/**
 * JSON in which Python's `NaN`, `Infinity` and `-Infinity` are numbers that are none, so that others
 * can read it. Bytes stay as they are.
 */
export function withoutNaN(body: Buffer): Buffer {
  const text = body.toString('latin1');
  return Buffer.from(
    text.replace(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gs, (token) =>
      token.startsWith('"') ? token : '1e999',
    ),
    'latin1',
  );
}
