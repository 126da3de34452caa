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
  /** File name of the document that the shared arguments and envelope go by, where one is named. */
  readonly sharedBy?: Quoted;
  readonly findings: readonly DocumentFinding[];
  /** Rows that are not understood. */
  readonly unaccounted: readonly Quoted[];
}

const HEADER = ['编号', '级别', '要求', 'Requirement', '理由'];

/** The heading of the section that names one document. */
const SHARED = '公共部分';

/** A convention is nobody's promise, so it never is a `must`. */
const LEVEL = 'should';

/**
 * Reads the table of conventions, and which document the shared parts go by. The prose around
 * them is for its readers only.
 *
 * @param text - Markdown with one table: 编号, 级别, 要求, Requirement, 理由; where it has a section
 *   公共部分, one line of that is the file name of a document
 * @param path - its path, relative to the project, with forward slashes
 * @returns its rows and that name, what is wrong in it, and what is not understood
 */
export function readConventions(text: string, path: string): ConventionsDocument {
  const notes: Notes = { findings: [], unaccounted: [] };
  const blocks = readBlocks(text.slice(0, MAX_DOCUMENT_LENGTH));
  const sharedBy = readSharedBy(blocks, notes);
  const named = sharedBy === undefined ? {} : { sharedBy };
  const tables = blocks.filter((block) => block.kind === 'table');
  const [table, ...others] = tables;
  for (const other of others) notes.unaccounted.push(...other.words);
  if (table === undefined || !isConventions(table)) {
    const at = { line: table?.header.line ?? 1, column: 1 };
    const columns = HEADER.join(' | ');
    find(notes, at, 'broken-table', `There is no table ${columns}.`, `缺少表格 ${columns}。`);
    return { path, conventions: [], ...named, ...notes };
  }
  const conventions = new Map<string, Convention>();
  for (const row of table.rows) {
    const [id, level, zh, en, why] = row.cells;
    const whole = row.cells.length === HEADER.length && row.cells.every((cell) => cell.quote);
    if (whole && level?.quote === LEVEL && id && zh && en && why && !conventions.has(id.quote)) {
      conventions.set(id.quote, { id, zh, en, why });
    } else notes.unaccounted.push({ line: row.line, column: row.column, quote: row.quote });
  }
  return { path, conventions: [...conventions.values()], ...named, ...notes };
}

function readSharedBy(blocks: readonly Block[], notes: Notes): Quoted | undefined {
  const isHeading = ({ kind }: Block): boolean => kind === 'heading';
  const at = blocks.findIndex((block) => isHeading(block) && block.words[0]?.quote === SHARED);
  const heading = blocks[at]?.words[0];
  if (heading === undefined) return undefined;
  const below = blocks.slice(at + 1);
  const end = below.findIndex(isHeading);
  const section = end < 0 ? below : below.slice(0, end);
  const names = section
    .flatMap(({ kind, words }) => (kind === 'paragraph' ? words : []))
    .filter(({ quote }) => /^[^\s/\\]+\.md$/u.test(quote));
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0) return name;
  notes.unaccounted.push(heading, ...more);
  const en = `Under "${SHARED}" no single line is the file name of a document.`;
  find(notes, heading, 'missing', en, `“${SHARED}”下没有唯一的一行文档文件名。`);
  return undefined;
}

function isConventions(table: Extract<Block, { kind: 'table' }>): boolean {
  return table.header.cells.map(({ quote }) => quote).join('|') === HEADER.join('|');
}
