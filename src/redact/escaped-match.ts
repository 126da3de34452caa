import { beginsEscape, escapesAt } from './escapes.js';

/**
 * Where a value ends that begins at a place of a text, with any of its characters escaped in any
 * way; undefined where it is not there. Of several ends the last. All readings are followed side
 * by side, so that the time does not depend on their number.
 */
export function endOfMatch(text: string, at: number, value: string): number | undefined {
  if (text.startsWith(value, at)) return at + value.length;
  // Most places part from the value soon, without an escape sequence.
  const begun = plainUnits(text, at, value, 0);
  if (!beginsEscape(text.charCodeAt(at + begun))) return undefined;
  let here = [at + begun];
  let next: number[] = [];
  let afterNext: number[] = [];
  let n = begun;
  while (n < value.length) {
    const [only] = here;
    if (only !== undefined && here.length === 1 && next.length === 0) {
      const plain = plainUnits(text, only, value, n);
      n += plain;
      if (n === value.length) return only + plain;
      if (!beginsEscape(text.charCodeAt(only + plain))) return undefined;
      here = [only + plain];
    }
    const unit = value.charCodeAt(n);
    for (const place of here) {
      const found = text.charCodeAt(place);
      if (found === unit) reach(next, place + 1);
      if (!beginsEscape(found)) continue;
      for (const { units, length } of escapesAt(text, place)) {
        if (!value.startsWith(units, n)) continue;
        reach(units.length === 1 ? next : afterNext, place + length);
      }
    }
    if (next.length === 0 && afterNext.length === 0) return undefined;
    here = next;
    next = afterNext;
    afterNext = [];
    n += 1;
  }
  return here.length === 0 ? undefined : Math.max(...here);
}

/** How many units of the value, from its `from`-th on, stand there unescaped and unambiguous. */
function plainUnits(text: string, at: number, value: string, from: number): number {
  let n = 0;
  while (from + n < value.length) {
    const found = text.charCodeAt(at + n);
    if (found !== value.charCodeAt(from + n) || beginsEscape(found)) break;
    n += 1;
  }
  return n;
}

function reach(places: number[], place: number): void {
  if (!places.includes(place)) places.push(place);
}
