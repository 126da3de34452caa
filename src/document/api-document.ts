import type { DocumentFinding } from './finding.js';
import type { SampleNode } from './json-sample.js';
import type { MemberType } from './member-type.js';
import type { Clause } from './phrases.js';
import type { Quoted } from './quoted.js';

/** One row of a table of members. */
export interface DocumentMember {
  readonly name: string;
  /** The whole row. */
  readonly row: Quoted;
  readonly typeCell: Quoted;
  /** Absent when the type word is not understood. */
  readonly type?: MemberType;
  /** Absent when the table has no such column, or the cell is not understood. */
  readonly required?: boolean;
  /** The words of the description cell; '' when it is empty. */
  readonly description: Quoted;
  readonly clauses: readonly Clause[];
  /** Whether there is a nested table of this name, if only an empty one. */
  readonly hasTable: boolean;
  /** The rows of that table. */
  readonly members: readonly DocumentMember[];
}

/** A sample as written and as read. */
export interface DocumentSample {
  /** The opening fence of the code block. */
  readonly fence: Quoted;
  /** The heading above it. */
  readonly heading: Quoted;
  /** Absent when it can't be read. */
  readonly value?: SampleNode;
}

/** The text of one API endpoint, read. What is missing in the text is absent here. */
export interface ApiDocument {
  /** Path of the document, relative to the project, with forward slashes. */
  readonly path: string;
  /** Last part of the address: the name of the endpoint. */
  readonly endpoint?: string;
  readonly method?: Quoted;
  readonly address?: Quoted;
  /** The sentence under 功能描述. */
  readonly description?: Quoted;
  readonly descriptionClauses: readonly Clause[];
  /** Present when the document says that this project wrote it, for what the suite itself uses. */
  readonly ours?: Clause;
  readonly common: readonly DocumentMember[];
  readonly request: readonly DocumentMember[];
  readonly requestSample?: DocumentSample;
  readonly responseSample?: DocumentSample;
  readonly response: readonly DocumentMember[];
  /** Sorted by line and column. */
  readonly findings: readonly DocumentFinding[];
  /** Text that nothing explains, sorted by line and column. */
  readonly unaccounted: readonly Quoted[];
}
