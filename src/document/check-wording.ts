import type { Block } from './blocks.js';
import { find, type Notes } from './finding.js';
import { columnOf, requiredOf } from './member-table.js';
import type { Quoted } from './quoted.js';

/**
 * Notes where a document says one thing in two words: headers of columns, yes and no.
 *
 * @param blocks - the blocks of the document
 * @param notes - takes one finding for each second word, where it is used first
 */
export function checkWording(blocks: readonly Block[], notes: Notes): void {
  const headers = new Map<string, Quoted>();
  const answers = new Map<boolean, Quoted>();
  const told = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const roles = block.header.cells.map((cell) => columnOf(cell.quote));
    for (const [index, cell] of block.header.cells.entries()) {
      const role = roles[index];
      if (role === undefined) continue;
      const before = headers.get(role);
      headers.set(role, before ?? cell);
      tell(before, cell, 'header-differs', told, notes);
    }
    const required = roles.indexOf('required');
    for (const row of block.rows) {
      const cell = row.cells[required];
      const meaning = requiredOf(cell?.quote ?? '');
      if (cell === undefined || meaning === undefined) continue;
      const before = answers.get(meaning);
      answers.set(meaning, before ?? cell);
      tell(before, cell, 'mixed-words', told, notes);
    }
  }
}

function tell(
  before: Quoted | undefined,
  cell: Quoted,
  kind: 'header-differs' | 'mixed-words',
  told: Set<string>,
  notes: Notes,
): void {
  if (before === undefined || before.quote === cell.quote || told.has(cell.quote)) return;
  told.add(cell.quote);
  find(
    notes,
    cell,
    kind,
    `"${cell.quote}" means what "${before.quote}" means in line ${before.line}; both are used.`,
    `“${cell.quote}”与第 ${before.line} 行的“${before.quote}”含义相同，却混用了两种写法。`,
  );
}

/**
 * Notes tabs, NULs and byte order marks: they show differently in every editor, or not at all.
 *
 * @param text - the whole document
 * @param notes - takes one finding for each line with one of them, at the first
 */
export function checkCharacters(text: string, notes: Notes): void {
  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const column = raw.search(/[\t\u0000\uFEFF]/u) + 1;
    if (column === 0) continue;
    const name = raw[column - 1] === '\t' ? 'A tab' : 'An invisible character';
    const nameZh = raw[column - 1] === '\t' ? '制表符' : '不可见字符';
    const at = { line: index + 1, column };
    find(notes, at, 'stray-character', `${name} in the line.`, `行内有${nameZh}。`);
  }
}
