import { isObject } from '../../json/json-value.js';
import type { JsonValue } from '../../json/json-value.js';
import { readJson } from '../../json/read-json.js';
import type { RunRecord } from '../record.js';
import type { AnswerMembers } from './features.js';

/** A rule of the user's own: what a pattern finds is replaced by `<name>`. */
export interface PlaceholderRule {
  readonly name: string;
  readonly pattern: RegExp;
}

/** The rules that always hold, in their order; each replaces values that must differ. */
export const RULES = ['variable', 'run', 'address', 'request-id', 'time', 'sent', 'made'] as const;

/** Puts placeholders in the place of what must differ between two runs. */
export interface Placeholders {
  /** In a text of an answer; `sent` is the body of the request that it answers. */
  readonly mask: (text: string, sent: string) => string;
  /** In a request: whatever is a number is any number, unless it has a name. */
  readonly maskSent: (text: string) => string;
  /** How often each rule replaced something, by its name. */
  readonly times: ReadonlyMap<string, number>;
}

/** Of longer texts the beginning is compared. */
const LONGEST_TEXT = 4_000;
/** Shorter values of variables stand in too many texts by chance. */
const SHORTEST_VALUE = 3;
const MOST_MADE = 200_000;

const UUID_OR_HEX =
  /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|(?=[0-9a-fA-F]*[a-fA-F])(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{16,})(?![0-9A-Za-z])/g;
const TIME =
  /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT/g;
/** A number that is no part of a word, such as `int64`. */
const NUMBER = /(?<![0-9A-Za-z_.])\d{1,25}(?![0-9A-Za-z_])/g;

/**
 * Learns from a record what must differ in another run.
 *
 * @param own - further rules, which come first
 */
export function placeholdersOf(
  record: RunRecord,
  members: AnswerMembers,
  own: readonly PlaceholderRule[],
): Placeholders {
  const times = new Map<string, number>();
  const put = (rule: string, name: string): string => {
    times.set(rule, (times.get(rule) ?? 0) + 1);
    return `<${name}>`;
  };
  const { words, numbers } = namesOf(record);
  const wordPattern = anyOf([...words.keys()]);
  const made = lazily(() => madeIn(record, members));
  const { host } = addressOf(record.target.baseUrl);
  const hostPattern = host === '' ? undefined : anyOf([host]);

  const named = (text: string): string => {
    let shown = text;
    if (hostPattern) shown = shown.replace(hostPattern, () => put('address', 'CMDB_BASE_URL'));
    if (record.target.runId.length >= 8) {
      shown = shown.replaceAll(record.target.runId, () => put('run', 'run-id'));
    }
    return wordPattern === undefined
      ? shown
      : shown.replace(wordPattern, (value) => put('variable', words.get(value) ?? ''));
  };
  return {
    times,
    maskSent: (text) => named(text).replace(/\d+/g, (digits) => `<${numbers.get(digits) ?? '#'}>`),
    mask(text, sent) {
      let shown = text.slice(0, LONGEST_TEXT);
      for (const { name, pattern } of own) {
        shown = shown.replace(pattern, (found) => (found === '' ? '' : put(name, name)));
      }
      shown = named(shown)
        .replace(UUID_OR_HEX, () => put('request-id', 'request-id'))
        .replace(TIME, () => put('time', 'time'));
      const texts = sentTexts(sent);
      const said = anyOf([...texts.keys()].filter((text) => shown.includes(text)));
      if (said) shown = shown.replace(said, (text) => put('sent', texts.get(text) ?? ''));
      if (!/\d/.test(shown)) return shown;
      const members = sentNumbers(sent);
      return shown.replace(NUMBER, (digits) => {
        const name = numbers.get(digits);
        if (name !== undefined) return put('variable', name);
        // Of members with the same number it is about the one that it names.
        const names = members.get(digits) ?? [];
        const member = names.find((each) => text.includes(each)) ?? names[0];
        if (member !== undefined) return put('sent', member);
        const thing = made().get(digits);
        return thing === undefined ? digits : put('made', thing);
      });
    },
  };
}

/** Values of variables that name something of the target, and what the suite made in their place. */
function namesOf({ settings, endpoints }: RunRecord): {
  words: ReadonlyMap<string, string>;
  numbers: ReadonlyMap<string, string>;
} {
  const words = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const { name, value, from } of settings.variables) {
    if (from === 'default' || value.startsWith('<') || value.includes('://')) continue;
    if (/^\d{2,}$/.test(value)) numbers.set(value, name);
    else if (value.length >= SHORTEST_VALUE && !/^\d+$/.test(value)) words.set(value, name);
  }
  for (const { standIns = {} } of endpoints) {
    for (const [id, name] of Object.entries(standIns)) {
      if (/^\d+$/.test(id)) numbers.set(id, name);
      else if (id.length >= SHORTEST_VALUE) words.set(id, name);
    }
  }
  return { words, numbers };
}

/** What the endpoints of a run made: numbers in what they gave back, by the name of the thing. */
function madeIn(
  { cases, endpoints, housekeeping }: RunRecord,
  members: AnswerMembers,
): ReadonlyMap<string, string> {
  const things = new Map(
    endpoints.flatMap(({ endpoint, thing }) =>
      thing === undefined ? [] : [[endpoint, `${thing.en.replaceAll(' ', '-')}-id`] as const],
    ),
  );
  const made = new Map<string, string>();
  const keep = (value: JsonValue | undefined, name: string): void => {
    if (made.size > MOST_MADE || value === undefined) return;
    if (typeof value === 'bigint' && value > 9n) {
      if (!made.has(String(value)) || name !== 'id') made.set(String(value), name);
    } else if (isList(value)) for (const item of value) keep(item, name);
    else if (isObject(value)) for (const member of Object.values(value)) keep(member, name);
  };
  for (const { endpoint, answer } of [...cases.flatMap((of) => of.exchanges), ...housekeeping]) {
    const reading = answer === undefined ? undefined : readJson(answer.body);
    if (reading?.ok !== true || !isObject(reading.value)) continue;
    keep(members.read(reading.value)[members.data], things.get(endpoint) ?? 'id');
  }
  return made;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The numbers of a request, with the names of the members that hold each. */
function sentNumbers(sent: string): ReadonlyMap<string, readonly string[]> {
  const numbers = new Map<string, string[]>();
  const found = sent.slice(0, 20_000).matchAll(/"([^"\\]{1,100})"\s*:\s*"?-?(\d+)/g);
  for (const [, name = '', digits = ''] of found) {
    const names = numbers.get(digits);
    if (names === undefined) numbers.set(digits, [name]);
    else names.push(name);
  }
  return numbers;
}

/** The texts of a request, with the names of their members: a refusal may say them again. */
function sentTexts(sent: string): ReadonlyMap<string, string> {
  const found = sent.slice(0, 20_000).matchAll(/"([^"\\]{1,100})"\s*:\s*"([^"\\<>]{4,200})"/g);
  return new Map([...found].map(([, name = '', value = '']) => [value, name]));
}

function addressOf(url: string): { readonly host: string } {
  return { host: /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? '' };
}

/** Finds any of these as a whole word, the longest first. */
function anyOf(values: readonly string[]): RegExp | undefined {
  if (values.length === 0) return undefined;
  const escaped = [...values]
    .sort((a, b) => b.length - a.length)
    .map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![0-9A-Za-z_])(?:${escaped.join('|')})(?![0-9A-Za-z_])`, 'g');
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
