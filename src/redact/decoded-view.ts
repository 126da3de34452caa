import { beginsEscape, firstEscapeAt } from './escapes.js';

/** A text with its escape sequences decoded once, and where each unit came from. */
export interface DecodedView {
  readonly text: string;
  /** For each unit the place in the first text where it begins; one more for the end. */
  readonly origin: Uint32Array;
}

const MAY_HOLD_ESCAPES = /[\\%&]/;

/**
 * Decodes every escape sequence of a text once, whatever kind it is of; undefined where there is
 * none. Linear in the length of the text.
 *
 * @param text - any text
 * @param before - where the units of `text` came from, when it is itself a decoded view
 */
export function decodedView(text: string, before?: Uint32Array): DecodedView | undefined {
  if (!MAY_HOLD_ESCAPES.test(text)) return undefined;
  const origin = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const escape = beginsEscape(text.charCodeAt(at)) ? firstEscapeAt(text, at) : undefined;
    const from = before?.[at] ?? at;
    if (escape === undefined) {
      origin[length] = from;
      length += 1;
      at += 1;
      continue;
    }
    if (plainFrom < at) parts.push(text.slice(plainFrom, at));
    parts.push(escape.units);
    for (let n = 0; n < escape.units.length; n += 1) origin[length + n] = from;
    length += escape.units.length;
    at += escape.length;
    plainFrom = at;
  }
  if (parts.length === 0) return undefined;
  parts.push(text.slice(plainFrom));
  origin[length] = before?.[at] ?? at;
  return { text: parts.join(''), origin: origin.subarray(0, length + 1) };
}
