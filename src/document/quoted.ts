/** Words of a document, unchanged, and where they stand. */
export interface Quoted {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units as editors do. */
  readonly column: number;
  /** A part of that line, without the white space around it. */
  readonly quote: string;
}

/**
 * A part of quoted words.
 *
 * @param words - the whole
 * @param start - offset of the part, in UTF-16 code units
 * @param end - offset behind it
 * @returns the part, trimmed, at its own column
 */
export function part(words: Quoted, start: number, end: number): Quoted {
  const raw = words.quote.slice(start, end);
  const indent = raw.length - raw.trimStart().length;
  return { line: words.line, column: words.column + start + indent, quote: raw.trim() };
}
