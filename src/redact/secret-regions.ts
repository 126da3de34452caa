import { decodedView } from './decoded-view.js';
import type { DecodedView } from './decoded-view.js';
import { placeOfEscape } from './escapes.js';
import type { SecretIndex, Wanted } from './secret-index.js';

/** A part of a text that has to go, and the find that names it. */
export interface Region {
  readonly wanted: Wanted;
  readonly from: number;
  readonly to: number;
}

/** How often a text is decoded to look for secrets that were escaped several times. */
const LAYERS = 3;

const NONE: readonly Region[] = [];

/**
 * The parts of a text that hold secrets, in order and apart from each other. Overlapping finds are
 * one region under the name of the longest value among them.
 */
export function secretRegions(text: string, index: SecretIndex): readonly Region[] {
  // Most texts are short and hold nothing: they take one look.
  if (placeOfEscape(text, 0) === text.length && !index.find(text, anyFind)) return NONE;
  const found: Region[] = [];
  eachFind(text, index, (region) => {
    addMerged(found, region);
    return false;
  });
  found.sort((one, other) => one.from - other.from);
  const regions: Region[] = [];
  for (const region of found) addMerged(regions, region);
  return regions;
}

function anyFind(): boolean {
  return true;
}

/** The first find that a text holds and that is of the kind asked for. */
export function firstSecret(
  text: string,
  index: SecretIndex,
  counts: (wanted: Wanted) => boolean,
): Wanted | undefined {
  let first: Wanted | undefined;
  const onFind = (wanted: Wanted): boolean => {
    if (counts(wanted)) first = wanted;
    return first !== undefined;
  };
  let view: string | undefined = text;
  for (let layer = 0; view !== undefined && layer <= LAYERS; layer += 1) {
    // What a decoded text holds without an escape sequence was found before it was decoded.
    if (index.find(view, onFind, layer > 0)) return first;
    view = decodedView(view)?.text;
  }
  return undefined;
}

/** Calls for each find, in the text and below its layers of escapes, until told to end. */
function eachFind(text: string, index: SecretIndex, onRegion: (region: Region) => boolean): void {
  let view: DecodedView | undefined = { text, origin: (at) => at };
  for (let layer = 0; view !== undefined; layer += 1) {
    const { text: shown, origin }: DecodedView = view;
    const ended = index.find(shown, (wanted, from, to) => {
      const [start, end] = withSharedDigits(shown, wanted, from, to);
      return onRegion({ wanted, from: origin(start), to: origin(end) });
    });
    if (ended || layer === LAYERS) return;
    view = decodedView(shown, origin);
  }
}

/** Takes in the base64 digits at both ends that hold bits of the secret, and the padding. */
function withSharedDigits(
  text: string,
  { base64 }: Wanted,
  from: number,
  to: number,
): readonly [from: number, to: number] {
  if (base64 === undefined) return [from, to];
  const start = base64.before && isDigit(text.charAt(from - 1)) ? from - 1 : from;
  let end = base64.after && isDigit(text.charAt(to)) ? to + 1 : to;
  for (let n = 0; n < 2 && text.charAt(end) === '='; n += 1) end += 1;
  return [start, end];
}

function isDigit(unit: string): boolean {
  return /^[\w+/-]$/.test(unit);
}

/** Adds a region, or widens the last one if they overlap. */
function addMerged(regions: Region[], region: Region): void {
  const last = regions.at(-1);
  if (last === undefined || region.from >= last.to || region.to <= last.from) {
    regions.push(region);
    return;
  }
  regions[regions.length - 1] = {
    wanted: region.wanted.weight > last.wanted.weight ? region.wanted : last.wanted,
    from: Math.min(last.from, region.from),
    to: Math.max(last.to, region.to),
  };
}
