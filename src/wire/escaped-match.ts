import { beginsEscape, escapesAt } from './escapes.js';

/**
 * Where a value ends that begins at a place of a text, with any of its characters escaped in any
 * way; undefined where it is not there. Of several ends the last. All readings are followed side
 * by side, so that the time does not depend on their number.
 */
export function endOfMatch(text: string, at: number, value: string): number | undefined {
  if (text.startsWith(value, at)) return at + value.length;
  let here = [at];
  let next: number[] = [];
  let afterNext: number[] = [];
  for (let n = 0; n < value.length; n += 1) {
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
  }
  return here.length === 0 ? undefined : Math.max(...here);
}

function reach(places: number[], place: number): void {
  if (!places.includes(place)) places.push(place);
}
