import type { DuplicateKeys } from './duplicate-keys.js';
import { readNumber } from './json-number.js';
import { JsonProblem } from './json-problem.js';
import { readString } from './json-string.js';
import type { JsonObject, JsonValue } from './json-value.js';

/** Deeper nesting than this is refused, so that no text can exhaust the stack. */
const DEEPEST = 2000;

const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const QUOTE = 0x22;

/**
 * Scans one strict JSON text (RFC 8259), in one pass from its first unit to its last.
 *
 * @param text - the text
 * @param duplicates - collects the keys that stand twice in one object
 * @throws JsonProblem at the first place that is not JSON
 */
export function scanJson(text: string, duplicates: DuplicateKeys): JsonValue {
  const path: (string | number)[] = [];
  let at = 0;

  /** Moves to the next unit that is no white space, and gives it; NaN at the end. */
  function next(): number {
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return unit;
      at += 1;
    }
  }

  function fail(problem: string, within?: string): never {
    const ends = at >= text.length && within !== undefined;
    throw new JsonProblem(at, ends ? `the text ends inside ${within}` : problem);
  }

  function string(): string {
    const { value, end } = readString(text, at);
    at = end;
    return value;
  }

  function number(): JsonValue {
    const { value, end } = readNumber(text, at);
    at = end;
    return value;
  }

  function word<T>(spelled: string, value: T): T {
    if (!text.startsWith(spelled, at)) fail(strayValue(text, at));
    at += spelled.length;
    return value;
  }

  /** True when the list that is being read goes on, false after its closing bracket. */
  function goesOn(closing: string, within: string): boolean {
    next();
    if (text[at] === closing) {
      at += 1;
      return false;
    }
    if (text[at] !== ',') fail('a comma is missing', within);
    at += 1;
    next();
    if (text[at] === closing) fail('trailing comma');
    return true;
  }

  function array(): readonly JsonValue[] {
    const items: JsonValue[] = [];
    at += 1;
    next();
    if (text[at] === ']') {
      at += 1;
      return items;
    }
    do {
      path.push(items.length);
      items.push(value('an array'));
      path.pop();
    } while (goesOn(']', 'an array'));
    return items;
  }

  function object(): JsonObject {
    // Unlike `{ __proto__: null }`, this stays an object that V8 reads fast.
    const members: Record<string, JsonValue> = {};
    Object.setPrototypeOf(members, null);
    at += 1;
    next();
    if (text[at] === '}') {
      at += 1;
      return members;
    }
    do {
      if (text.charCodeAt(at) !== QUOTE) fail(strayKey(text, at), 'an object');
      const key = string();
      next();
      if (text[at] !== ':') fail('a colon is missing after a key', 'an object');
      at += 1;
      path.push(key);
      const member = value('an object');
      const before = members[key];
      if (before !== undefined) duplicates.note(path, before, member);
      members[key] = member;
      path.pop();
    } while (goesOn('}', 'an object'));
    return members;
  }

  function value(within?: string): JsonValue {
    const unit = next();
    if (unit === QUOTE) return string();
    if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      if (path.length >= DEEPEST) fail(`nested deeper than ${DEEPEST} levels`);
      return unit === OPEN_BRACE ? object() : array();
    }
    if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) return number();
    if (unit === 0x74) return word('true', true);
    if (unit === 0x66) return word('false', false);
    if (unit === 0x6e) return word('null', null);
    if (Number.isNaN(unit)) fail('the text is empty', within);
    return fail(strayValue(text, at));
  }

  const read = value();
  next();
  if (at < text.length) fail(strayEnd(text, at));
  return read;
}

function strayKey(text: string, at: number): string {
  const unit = text.charAt(at);
  if (unit === '/') return 'a comment';
  return unit === "'" ? 'single quotes' : 'a key in double quotes is missing';
}

function strayValue(text: string, at: number): string {
  const unit = text.charAt(at);
  if (unit === '/') return 'a comment';
  if (unit === "'") return 'single quotes';
  if (unit === '\ufeff') return 'a byte order mark';
  return /^(?:NaN|Infinity)/.test(text.slice(at, at + 8)) ? 'NaN or Infinity' : 'no JSON value';
}

function strayEnd(text: string, at: number): string {
  return text.charAt(at) === '/' ? 'a comment' : 'something follows the JSON value';
}
