import type { DocumentMember } from './api-document.js';
import type { Block, BlockRow } from './blocks.js';
import { readClauses } from './clauses.js';
import { find, type Notes } from './finding.js';
import { memberType } from './member-type.js';
import type { Where } from './phrases.js';
import type { Quoted } from './quoted.js';
import { spelling } from './spelling.js';

/** The columns of a table of members. */
export type Column = 'name' | 'type' | 'required' | 'description';

const COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['字段', 'name'],
  ['名称', 'name'],
  ['类型', 'type'],
  ['必选', 'required'],
  ['是否必填', 'required'],
  ['描述', 'description'],
]);

const REQUIRED: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['Yes', true],
  ['否', false],
  ['No', false],
]);

/** The column that some words head; undefined for words that head none. */
export function columnOf(words: string): Column | undefined {
  return COLUMNS.get(spelling(words));
}

/** Whether a member has to be there, in the words of that column; undefined for other words. */
export function requiredOf(words: string): boolean | undefined {
  return REQUIRED.get(spelling(words));
}

/** A member while nested tables may still be added to it. */
export interface DraftMember extends DocumentMember {
  hasTable: boolean;
  readonly members: DraftMember[];
}

/**
 * Reads a table of members.
 *
 * @param table - the table
 * @param where - the part of the document that it stands in
 * @param notes - takes rows and cells that are not understood
 * @returns one member a row, without nested ones
 */
export function readMemberTable(
  table: Extract<Block, { kind: 'table' }>,
  where: Where,
  notes: Notes,
): DraftMember[] {
  const columns = new Map<Column, number>();
  for (const [index, cell] of table.header.cells.entries()) {
    const column = columnOf(cell.quote);
    if (column === undefined || columns.has(column)) notes.unaccounted.push(cell);
    else columns.set(column, index);
  }
  if (!columns.has('name') || !columns.has('type')) {
    find(
      notes,
      table.header,
      'broken-table',
      'The table has no column for the name (字段) or for the type (类型).',
      '表格缺少“字段”列或“类型”列。',
    );
    for (const row of table.rows) notes.unaccounted.push(row);
    return [];
  }
  if (table.rows.length === 0) {
    find(notes, table.header, 'silent-table', 'The table has no rows.', '表格没有任何一行。');
  }
  const members = new Map<string, DraftMember>();
  for (const row of table.rows) {
    const member = readRow(row, table.header.cells.length, columns, where, notes);
    if (member === undefined) continue;
    if (members.has(member.name)) {
      const name = JSON.stringify(member.name);
      find(notes, row, 'repeated', `The table has ${name} twice.`, `表格中 ${name} 出现了两次。`);
      notes.unaccounted.push(member.row);
    } else members.set(member.name, member);
  }
  return [...members.values()];
}

function readRow(
  row: BlockRow,
  width: number,
  columns: ReadonlyMap<Column, number>,
  where: Where,
  notes: Notes,
): DraftMember | undefined {
  const whole: Quoted = { line: row.line, column: row.column, quote: row.quote };
  if (row.cells.length !== width) {
    find(
      notes,
      row,
      'broken-table',
      `The row has ${row.cells.length} cells, its table ${width} columns.`,
      `该行有 ${row.cells.length} 个单元格，而表格有 ${width} 列。`,
    );
    notes.unaccounted.push(whole);
    return undefined;
  }
  const cell = (column: Column): Quoted | undefined => row.cells[columns.get(column) ?? -1];
  const empty: Quoted = { ...whole, quote: '' };
  const name = cell('name')?.quote ?? '';
  if (!/^[A-Za-z_]\w{0,99}$/u.test(name)) {
    notes.unaccounted.push(whole);
    return undefined;
  }
  const typeCell = cell('type') ?? empty;
  const type = memberType(typeCell.quote);
  if (type === undefined) notes.unaccounted.push(typeCell.quote === '' ? whole : typeCell);
  const requiredCell = cell('required');
  const required = requiredOf(requiredCell?.quote ?? '');
  if (requiredCell !== undefined && required === undefined) {
    notes.unaccounted.push(requiredCell.quote === '' ? whole : requiredCell);
  }
  const description = cell('description') ?? empty;
  return {
    name,
    row: whole,
    typeCell,
    ...(type === undefined ? {} : { type }),
    ...(required === undefined ? {} : { required }),
    description,
    clauses: readClauses(description, where, notes),
    hasTable: false,
    members: [],
  };
}
