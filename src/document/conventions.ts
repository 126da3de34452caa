import { MAX_DOCUMENT_LENGTH, readBlocks, type Block } from './blocks.js';
import { find, type DocumentFinding, type Notes } from './finding.js';
import type { Quoted } from './quoted.js';

/** A row of the table of conventions. */
interface Convention {
  readonly id: Quoted;
  /** The rule in Chinese. */
  readonly zh: Quoted;
  /** The rule in English. */
  readonly en: Quoted;
  /** Where it comes from. */
  readonly why: Quoted;
}

/** The file of conventions, read. */
export interface ConventionsDocument {
  readonly path: string;
  readonly conventions: readonly Convention[];
  readonly findings: readonly DocumentFinding[];
  /** Rows that are not understood. */
  readonly unaccounted: readonly Quoted[];
}

const HEADER = ['编号', '级别', '要求', 'Requirement', '理由'];

/** A convention is nobody's promise, so it never is a `must`. */
const LEVEL = 'should';

/**
 * Reads the table of conventions. The prose around it is for its readers only.
 *
 * @param text - Markdown with one table: 编号, 级别, 要求, Requirement, 理由
 * @param path - its path, relative to the project, with forward slashes
 * @returns its rows, what is wrong in it, and the rows that are not understood
 */
export function readConventions(text: string, path: string): ConventionsDocument {
  const notes: Notes = { findings: [], unaccounted: [] };
  const tables = readBlocks(text.slice(0, MAX_DOCUMENT_LENGTH)).filter(
    (block) => block.kind === 'table',
  );
  const [table, ...others] = tables;
  for (const other of others) notes.unaccounted.push(...other.words);
  if (table === undefined || !isConventions(table)) {
    const at = { line: table?.header.line ?? 1, column: 1 };
    const columns = HEADER.join(' | ');
    find(notes, at, 'broken-table', `There is no table ${columns}.`, `缺少表格 ${columns}。`);
    return { path, conventions: [], ...notes };
  }
  const conventions = new Map<string, Convention>();
  for (const row of table.rows) {
    const [id, level, zh, en, why] = row.cells;
    const whole = row.cells.length === HEADER.length && row.cells.every((cell) => cell.quote);
    if (whole && level?.quote === LEVEL && id && zh && en && why && !conventions.has(id.quote)) {
      conventions.set(id.quote, { id, zh, en, why });
    } else notes.unaccounted.push({ line: row.line, column: row.column, quote: row.quote });
  }
  return { path, conventions: [...conventions.values()], ...notes };
}

function isConventions(table: Extract<Block, { kind: 'table' }>): boolean {
  return table.header.cells.map(({ quote }) => quote).join('|') === HEADER.join('|');
}
