import { ExactNumber } from './json-value.js';
import type { JsonValue } from './json-value.js';
import { writeJson } from './write-json.js';

/** Deeper nesting than this is refused, so that no text can exhaust the stack. */
export const DEEPEST = 500;
/** Longer integers stay text: to read them as bigint would take more than linear time. */
const LONGEST_INTEGER = 400;

/** A key that stands twice in one object; the last one wins. */
export interface DuplicateKey {
  /** Members from the root, joined by dots. */
  readonly path: string;
  /** Whether both have the same value. */
  readonly same: boolean;
}

/** What a text is, read as JSON. */
export type JsonReading =
  | {
      readonly ok: true;
      readonly value: JsonValue;
      readonly duplicates: readonly DuplicateKey[];
    }
  | {
      readonly ok: false;
      /** Where reading stopped, in UTF-16 units from 0. */
      readonly offset: number;
      /** What is wrong there, for example `trailing comma`. */
      readonly problem: string;
    };

/** The same of bytes. */
export type BytesReading = JsonReading & {
  /** True when a byte order mark stood first; it is read over. */
  readonly bom: boolean;
};

class Problem {
  readonly offset: number;
  readonly problem: string;
  constructor(offset: number, problem: string) {
    this.offset = offset;
    this.problem = problem;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
/** A text without escapes and control characters, up to its closing quote. */
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads strict JSON (RFC 8259) exactly: an integer token becomes a bigint, any other number an
 * {@link ExactNumber} with its text (so do `-0` and integers of over 400 digits). Duplicate keys
 * are noticed, the last one wins, as in the readers of the BlueKing family. Linear in the length of
 * the text; nesting is bounded by {@link DEEPEST}.
 */
export function readJson(text: string): JsonReading {
  const duplicates: DuplicateKey[] = [];
  const path: string[] = [];
  let at = 0;

  function fail(problem: string): never {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- never leaves this function
    throw new Problem(at, problem);
  }

  function space(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at += 1;
    }
  }

  function word<T>(spelled: string, value: T): T {
    if (!text.startsWith(spelled, at)) fail('no JSON value');
    at += spelled.length;
    return value;
  }

  function string(): string {
    at += 1;
    let read = '';
    for (;;) {
      PLAIN.lastIndex = at;
      const plain = PLAIN.exec(text)?.[0] ?? '';
      at += plain.length;
      read += plain;
      const next = text[at];
      if (next === '"') {
        at += 1;
        return read;
      }
      if (next === undefined) fail('the text ends inside a string');
      if (next !== '\\') fail('control character in a string');
      read += escaped();
    }
  }

  function escaped(): string {
    const letter = text[at + 1] ?? '';
    if (letter === 'u') {
      const digits = text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail('bad \\u escape');
      at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = ESCAPES[letter];
    if (character === undefined) fail('bad escape in a string');
    at += 2;
    return character;
  }

  function number(): JsonValue {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (match === null) fail('no JSON value');
    const [token, fraction, exponent] = match;
    at += token.length;
    const next = text[at] ?? '';
    if (/[0-9.eE+-]/.test(next)) fail('bad number');
    const isInteger = fraction === undefined && exponent === undefined && token !== '-0';
    return isInteger && token.length <= LONGEST_INTEGER ? BigInt(token) : new ExactNumber(token);
  }

  function array(depth: number): JsonValue {
    const items: JsonValue[] = [];
    at += 1;
    space();
    if (text[at] === ']') {
      at += 1;
      return items;
    }
    for (;;) {
      items.push(value(depth));
      space();
      const next = text[at];
      if (next === ']') {
        at += 1;
        return items;
      }
      if (next !== ',') fail(next === undefined ? 'the text ends inside an array' : 'no comma');
      at += 1;
      space();
      if (text[at] === ']') fail('trailing comma');
    }
  }

  function object(depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    at += 1;
    space();
    if (text[at] === '}') {
      at += 1;
      return assemble(members);
    }
    for (;;) {
      if (text[at] !== '"')
        fail(text[at] === undefined ? 'the text ends inside an object' : 'no key');
      const key = string();
      space();
      if (text[at] !== ':') fail('no colon after a key');
      at += 1;
      path.push(key);
      const member = value(depth);
      const before = members.get(key);
      if (before !== undefined) {
        duplicates.push({ path: path.join('.'), same: writeJson(before) === writeJson(member) });
      }
      path.pop();
      members.set(key, member);
      space();
      const next = text[at];
      if (next === '}') {
        at += 1;
        return assemble(members);
      }
      if (next !== ',') fail(next === undefined ? 'the text ends inside an object' : 'no comma');
      at += 1;
      space();
      if (text[at] === '}') fail('trailing comma');
    }
  }

  function value(depth: number): JsonValue {
    space();
    if (depth >= DEEPEST) fail(`nested deeper than ${DEEPEST} levels`);
    switch (text[at]) {
      case '"':
        return string();
      case '{':
        return object(depth + 1);
      case '[':
        return array(depth + 1);
      case 't':
        return word('true', true);
      case 'f':
        return word('false', false);
      case 'n':
        return word('null', null);
      case undefined:
        return fail(at === 0 ? 'the text is empty' : 'the text ends before a value');
      default:
        return number();
    }
  }

  try {
    const read = value(0);
    space();
    if (at < text.length) fail('something follows the JSON value');
    return { ok: true, value: read, duplicates };
  } catch (problem) {
    if (problem instanceof Problem)
      return { ok: false, offset: problem.offset, problem: problem.problem };
    throw problem;
  }
}

/** Has no prototype, so that `__proto__` is a member like any other. */
function assemble(members: ReadonlyMap<string, JsonValue>): JsonValue {
  const object: Record<string, JsonValue> = Object.fromEntries(members);
  Object.setPrototypeOf(object, null);
  return object;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as strict JSON in strict UTF-8 (RFC 8259 section 8.1).
 *
 * @returns as {@link readJson}; `not UTF-8` when the bytes are not
 */
export function readJsonBytes(bytes: Uint8Array): BytesReading {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let text: string;
  try {
    text = strict.decode(bom ? bytes.subarray(3) : bytes);
  } catch {
    return { ok: false, offset: 0, problem: 'not UTF-8', bom };
  }
  return { ...readJson(text), bom };
}
