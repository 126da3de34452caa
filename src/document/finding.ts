import type { Quoted } from './quoted.js';
import type { Text } from '../text.js';

/**
 * What can be wrong in a document.
 *
 * - `missing`: a section, table or sample that a contract needs is not there
 * - `broken-table`: a table that can't be read
 * - `broken-sample`: a sample that is not JSON, in a way that leaves doubt what it means
 * - `trailing-comma`, `duplicate-member`: a sample that is not JSON, or contradicts itself
 * - `sample-contradicts-table`: the sample shows what the table excludes
 * - `mixed-words`: one thing is said in two words ("是" and "Yes")
 * - `header-differs`: tables of one document name the same column differently
 * - `silent-table`: a table leaves out a column that a reader needs
 * - `stray-character`: a tab, a byte order mark, a NUL
 * - `template-line`: a line that a publishing tool would put something else in the place of
 * - `repeated`: a section or member that is described twice
 * - `differs-from-shared`: the same thing is described otherwise in another document
 * - `too-long`: more than the reader takes
 */
export type FindingKind =
  | 'missing'
  | 'broken-table'
  | 'broken-sample'
  | 'trailing-comma'
  | 'duplicate-member'
  | 'sample-contradicts-table'
  | 'mixed-words'
  | 'header-differs'
  | 'silent-table'
  | 'stray-character'
  | 'template-line'
  | 'repeated'
  | 'differs-from-shared'
  | 'too-long';

/** Something wrong in the document itself. It never stops the reading. */
export interface DocumentFinding {
  readonly line: number;
  readonly column: number;
  readonly kind: FindingKind;
  readonly text: Text;
}

/** What the reader notes while it reads; filled from top to bottom, sorted at the end. */
export interface Notes {
  readonly findings: DocumentFinding[];
  /** Text that nothing explains. */
  readonly unaccounted: Quoted[];
}

/**
 * Notes that something is wrong.
 *
 * @param notes - where to
 * @param at - line and column of the trouble
 * @param kind - what sort of trouble
 * @param en - one sentence in English
 * @param zh - the same in Chinese
 */
export function find(
  notes: Notes,
  at: { readonly line: number; readonly column: number },
  kind: FindingKind,
  en: string,
  zh: string,
): void {
  notes.findings.push({ line: at.line, column: at.column, kind, text: { en, zh } });
}
