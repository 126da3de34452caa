/** Stands in a shape for what differs; what a text has of it is written as its escape. */
export const GAP = '\ue000';

/** A text as the page carries it: whole, or the number of its shape and what fills the gaps. */
export type PackedText = string | readonly [shape: number, ...gaps: (string | number)[]];

/** What differs in texts that are else the same: ids, times, fresh ids of requests. */
const DIFFERING = /[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|[0-9]+/g;

interface Kind {
  /** The text between what may differ. */
  readonly between: readonly string[];
  /** Of each text what may differ. */
  readonly members: { readonly at: number; readonly gaps: readonly string[] }[];
}

/**
 * Packs texts that are alike but for numbers: the text they have in common is kept once.
 *
 * @param texts - any; each may hold anything but {@link GAP}
 * @returns the shapes, and each text, whole or as a shape with what fills its gaps
 */
export function shapeTexts(texts: readonly string[]): {
  readonly shapes: string[];
  readonly packed: PackedText[];
} {
  const kinds = new Map<string, Kind>();
  for (const [at, text] of texts.entries()) {
    const between = text.split(DIFFERING);
    const key = between.join(GAP);
    const kind = kinds.get(key) ?? { between, members: [] };
    kinds.set(key, kind);
    kind.members.push({ at, gaps: text.match(DIFFERING) ?? [] });
  }
  const shapes: string[] = [];
  const packed: PackedText[] = [...texts];
  for (const { between, members } of kinds.values()) {
    const [first, second] = members;
    if (first === undefined || second === undefined) continue;
    const open = first.gaps.map((gap, n) => members.some((member) => member.gaps[n] !== gap));
    const shape = between
      .map((text, n) =>
        n === 0 ? text : `${open[n - 1] === true ? GAP : (first.gaps[n - 1] ?? '')}${text}`,
      )
      .join('');
    const number = shapes.push(shape) - 1;
    for (const { at, gaps } of members) {
      packed[at] = [number, ...gaps.filter((_, n) => open[n]).map(asValue)];
    }
  }
  return { shapes, packed };
}

/** Digits as a number where that writes the same digits. */
function asValue(gap: string): string | number {
  return gap.length < 16 && String(Number(gap)) === gap ? Number(gap) : gap;
}
