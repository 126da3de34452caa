import { firstEscapeAt, placeOfEscape } from './escapes.js';
import type { Escape } from './escapes.js';

/** A text with its escape sequences decoded once. */
export interface DecodedView {
  readonly text: string;
  /** Where in the first text the unit at a place of `text` begins; for its end, that of the first. */
  readonly origin: (at: number) => number;
}

/**
 * Decodes every escape sequence of a text once, whatever kind it is of; undefined where there is
 * none. Linear in the length of the text. Places are worked out when the first one is asked for:
 * most texts hold nothing whose place matters.
 *
 * @param text - any text
 * @param before - where the units of `text` came from, when it is itself a decoded view
 */
export function decodedView(
  text: string,
  before: DecodedView['origin'] = (at) => at,
): DecodedView | undefined {
  const parts: string[] = [];
  let plainFrom = 0;
  eachEscape(text, (at, { units, length }) => {
    parts.push(text.slice(plainFrom, at), units);
    plainFrom = at + length;
  });
  if (parts.length === 0) return undefined;
  parts.push(text.slice(plainFrom));
  const decoded = parts.join('');
  let places: Uint32Array | undefined;
  return {
    text: decoded,
    origin(at) {
      places ??= placesOf(text, decoded.length);
      return before(places[at] ?? text.length);
    },
  };
}

/** For each unit of a decoded text the place in the text where it begins; one more for the end. */
function placesOf(text: string, units: number): Uint32Array {
  const places = new Uint32Array(units + 1);
  let length = 0;
  let plainFrom = 0;
  const copyTo = (end: number): void => {
    for (let at = plainFrom; at < end; at += 1) places[length++] = at;
  };
  eachEscape(text, (at, escape) => {
    copyTo(at);
    places.fill(at, length, length + escape.units.length);
    length += escape.units.length;
    plainFrom = at + escape.length;
  });
  copyTo(text.length);
  places[length] = text.length;
  return places;
}

function eachEscape(text: string, onEscape: (at: number, escape: Escape) => void): void {
  let at = placeOfEscape(text, 0);
  while (at < text.length) {
    const escape = firstEscapeAt(text, at);
    if (escape !== undefined) onEscape(at, escape);
    at = placeOfEscape(text, at + (escape?.length ?? 1));
  }
}
