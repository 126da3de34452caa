import type { Text } from '../text.js';

/**
 * How binding a requirement is.
 *
 * - `must`: the document says so.
 * - `should`: it follows from the document or from the family's convention, or a document that
 *   this project wrote says so.
 */
export type Level = 'must' | 'should';

/** Where a requirement comes from. */
export interface Source {
  /** Path of the document, relative to the project, with forward slashes. */
  readonly path: string;
  /** Line in it, counted from 1. */
  readonly line: number;
  /** The words of that line which the requirement rests on, unchanged. */
  readonly quote: string;
}

/** One checkable rule. Its id is made of the document's own names and never changes meaning. */
export interface Requirement {
  /** For example `request.bk_inst_id.required`; unique within its endpoint. */
  readonly id: string;
  readonly level: Level;
  readonly source: Source;
  /** The rule in one sentence. */
  readonly title: Text;
}

/** A statement that yields no requirement, and why. */
export interface Exclusion {
  readonly source: Source;
  readonly reason: Text;
}
