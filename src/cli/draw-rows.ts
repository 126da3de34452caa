import { columnsOf, padTo, wrap } from '../report/console/text.js';

/** A row of a list: narrow cells, and what the reader is told in the room that is left. */
export interface Row {
  readonly cells: readonly string[];
  /** Each begins on a line of its own. */
  readonly told: readonly string[];
}

/** With less room beside the cells, what is told goes below them. */
const LEAST_BESIDE = 40;
const GAP = 2;
const BELOW = 6;

/**
 * Draws a list for a terminal, with a header.
 *
 * @param head - the names of the cells, and of what is told
 * @param rows - nothing is drawn where there are none
 * @param width - columns of the terminal; no line is wider, unless the cells are
 * @returns lines without colour; control characters of the texts are made visible
 */
export function drawRows(head: Row, rows: readonly Row[], width: number): string {
  if (rows.length === 0) return '';
  const shown = [head, ...rows].map(({ cells, told }) => ({
    cells: cells.map(visible),
    told: told.map(visible).filter((text) => text !== ''),
  }));
  const widths = head.cells.map((_, column) =>
    shown.reduce((widest, { cells }) => Math.max(widest, columnsOf(cells[column] ?? '')), 0),
  );
  const indent = widths.reduce((sum, each) => sum + each + GAP, GAP);
  const beside = width - indent >= LEAST_BESIDE;
  const left = ' '.repeat(beside ? indent : BELOW);
  return shown
    .flatMap(({ cells, told }) => {
      const first = cells.map((cell, column) => padTo(cell, (widths[column] ?? 0) + GAP)).join('');
      const lines = told.flatMap((text) => wrap(text, width - left.length));
      const [top = '', ...rest] = beside ? lines : ['', ...lines];
      return [' '.repeat(GAP) + first + top, ...rest.map((line) => left + line)];
    })
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Columns to draw for: those of the terminal, or as many as fit a log where there is none. */
export function widthOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return stream.isTTY === true ? Math.max(40, stream.columns ?? 80) : 120;
}

/** One line, runs of spaces drawn together, control and formatting characters as escapes. */
function visible(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}
