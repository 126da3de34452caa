import { JsonProblem } from './json-problem.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Slices of shorter texts are not worth a copy. */
const LONG_TEXT = 16_384;

/** A JSON string, read from a text. */
export interface ReadString {
  readonly value: string;
  /** The place after its closing quote. */
  readonly end: number;
}

/**
 * Reads the JSON string (RFC 8259 section 7) whose opening quote stands at a place of a text.
 *
 * @param text - the whole text
 * @param open - the place of the opening quote, in UTF-16 units
 * @throws JsonProblem when it is not one
 */
export function readString(text: string, open: number): ReadString {
  let at = open + 1;
  let escaped = false;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) break;
    if (unit === BACKSLASH) {
      at += escapeLength(text, at);
      escaped = true;
    } else if (unit < 0x20) {
      throw new JsonProblem(at, 'control character in a string');
    } else if (Number.isNaN(unit)) {
      throw new JsonProblem(at, 'the text ends inside a string');
    } else {
      at += 1;
    }
  }
  const end = at + 1;
  const value = escaped ? unescaped(text.slice(open, end)) : text.slice(open + 1, at);
  return { value: text.length > LONG_TEXT ? copied(value) : value, end };
}

/** A slice keeps the whole text alive: one request id that is remembered, a body of megabytes. */
function copied(value: string): string {
  return Buffer.from(value, 'utf16le').toString('utf16le');
}

/** JSON.parse is exact for strings, and in native code. */
function unescaped(token: string): string {
  const value: unknown = JSON.parse(token);
  return String(value);
}

function escapeLength(text: string, at: number): number {
  const letter = text.charAt(at + 1);
  if (letter === 'u') {
    if (/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return 6;
    throw new JsonProblem(at, 'bad \\u escape in a string');
  }
  if (letter !== '' && '"\\/bfnrt'.includes(letter)) return 2;
  throw new JsonProblem(
    at,
    letter === '' ? 'the text ends inside a string' : 'bad escape in a string',
  );
}
