import type { RunRecord } from '../record.js';
import { commonEnds } from './common-ends.js';

/**
 * The names of request members that the requirements of a run are about, the longest first: what is
 * said of one member is said of another in the same form.
 */
export function memberNames({ requirements }: Pick<RunRecord, 'requirements'>): readonly string[] {
  const names = requirements.flatMap(
    ({ id }) => /^(?:request|auth)\.(.+)\.[^.]+$/.exec(id)?.[1] ?? [],
  );
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

/**
 * Makes what gives a message's form: members by their names become `<member>`.
 *
 * @param names - as {@link memberNames} gives them
 */
export function messageForm(names: readonly string[]): (message: string) => string {
  if (names.length === 0) return (message) => message;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![0-9A-Za-z_<.])(?:${escaped.join('|')})(?![0-9A-Za-z_.]\\w)`,
    'g',
  );
  return (message) => message.replace(pattern, '<member>');
}

/** What was changed in a text, word by word: what both begin and end with is left out. */
export function editOf(before: string, after: string): string {
  const one = before.split(/(?<=\s)|(?=[:,，：])/);
  const other = after.split(/(?<=\s)|(?=[:,，：])/);
  const { start, end } = commonEnds(one, other);
  const left = (words: readonly string[]): string =>
    words.slice(start, words.length - end).join('');
  return JSON.stringify([left(one), left(other)]);
}
