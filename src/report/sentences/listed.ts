import type { Text } from '../../text.js';
import { cut } from '../visible.js';

/** UTF-16 units of a value that comes from a target or a setting. */
const MAX_VALUE = 120;

/** A value as a sentence shows it: the beginning of a long one. */
export function short(value: string): string {
  return cut(value, MAX_VALUE);
}

/** Ids and other values with commas between them. */
export function commas(values: readonly string[]): string {
  return values.map(short).join(', ');
}

/** Names as a sentence lists them: `A, B and C`. */
export function listed(names: readonly string[]): Text {
  const shown = names.map(short);
  const last = shown.at(-1);
  const rest = shown.slice(0, -1);
  if (last === undefined || rest.length === 0) return { en: last ?? '', zh: last ?? '' };
  return { en: `${rest.join(', ')} and ${last}`, zh: `${rest.join('、')} 与 ${last}` };
}

/** A count with its noun, in English. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
