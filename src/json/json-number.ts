import { JsonProblem } from './json-problem.js';
import { ExactNumber } from './json-value.js';

/** Integers of more units stay text: to read them as bigint takes more than linear time. */
const LONGEST_INTEGER = 400;

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;

/** A JSON number, read from a text. */
export interface ReadNumber {
  readonly value: bigint | ExactNumber;
  /** The place after it. */
  readonly end: number;
}

/**
 * Reads the JSON number (RFC 8259 section 6) that begins at a place of a text.
 *
 * @param text - the whole text
 * @param from - the place of its minus sign or first digit, in UTF-16 units
 * @returns a bigint for an integer token, an {@link ExactNumber} for a token with fraction or
 *   exponent, for `-0`, which is no bigint, and for an integer of more than 400 units
 * @throws JsonProblem when it is not one
 */
export function readNumber(text: string, from: number): ReadNumber {
  const first = text.charCodeAt(from) === MINUS ? from + 1 : from;
  const whole = afterDigits(text, first);
  if (text.charCodeAt(first) === ZERO && whole > first + 1) {
    throw new JsonProblem(first, 'leading zero in a number');
  }
  let end = whole;
  if (text[end] === '.') end = afterDigits(text, end + 1);
  if (text[end] === 'e' || text[end] === 'E') {
    const sign = text[end + 1];
    end = afterDigits(text, end + (sign === '+' || sign === '-' ? 2 : 1));
  }
  const token = text.slice(from, end);
  return end > whole || end - from > LONGEST_INTEGER || token === '-0'
    ? { value: new ExactNumber(token), end }
    : { value: BigInt(token), end };
}

/** The place after the digits that begin here; there has to be one. */
function afterDigits(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (!(unit >= ZERO && unit <= NINE)) break;
    at += 1;
  }
  if (at === from) throw new JsonProblem(at, 'a digit is missing in a number');
  return at;
}
