import type { Code, Heading, Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { part, type Quoted } from './quoted.js';

/** One table row: the words of its line, and of each cell ('' where it is empty). */
export interface BlockRow extends Quoted {
  readonly cells: readonly Quoted[];
}

/** A block of the document. `words` holds one entry a line. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly words: readonly Quoted[] }
  | { readonly kind: 'paragraph'; readonly words: readonly Quoted[] }
  | {
      readonly kind: 'table';
      readonly words: readonly Quoted[];
      readonly header: BlockRow;
      readonly rows: readonly BlockRow[];
    }
  | {
      readonly kind: 'code';
      readonly words: readonly Quoted[];
      /** The opening fence, with its language. */
      readonly fence: Quoted;
      readonly text: string;
      /** Line and column in the document of a line and character of `text`, from 0. */
      readonly place: (line: number, character: number) => { line: number; column: number };
    };

const LINE_END = /\r\n|\r|\n/u;

/** Longest document that is read, in characters; the longest real one has some thousand. */
export const MAX_DOCUMENT_LENGTH = 100_000;

/**
 * API documents are headings, paragraphs, tables and code. Everything else is left as the text
 * it is written as, which nothing explains: so it is seen, nothing can nest, and the parser has
 * no construct left whose cost grows faster than the text.
 */
const UNUSED = [
  'attention',
  'autolink',
  'blockQuote',
  'codeIndented',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
];

/**
 * Reads Markdown into its blocks, with the place of every word.
 *
 * @param text - Markdown with GFM tables, without a byte order mark
 * @returns the blocks in their order; thematic breaks, which have no text, are left out
 */
export function readBlocks(text: string): Block[] {
  const tree = fromMarkdown(text, {
    extensions: [gfmTable(), { disable: { null: UNUSED } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const lines = text.split(LINE_END);
  return tree.children.flatMap((node): Block[] => {
    const words = wordsOf(node, lines);
    if (node.type === 'heading') {
      return [{ kind: 'heading', depth: node.depth, words: headingWords(node, words) }];
    }
    if (node.type === 'table') return [tableOf(node, words, lines)];
    if (node.type === 'code') return [codeOf(node, words, lines)];
    return node.type === 'thematicBreak' ? [] : [{ kind: 'paragraph', words }];
  });
}

/** What the parser always gives, though its types leave it open. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the Markdown parser left a part out');
  return value;
}

function placeOf(node: Nodes | undefined): NonNullable<Nodes['position']> {
  return given(given(node).position);
}

/** The words of one line, counted from 1. */
function lineWords(line: number, lines: readonly string[]): Quoted {
  const raw = given(lines[line - 1]);
  return { line, column: raw.length - raw.trimStart().length + 1, quote: raw.trim() };
}

function wordsOf(node: Nodes, lines: readonly string[]): Quoted[] {
  const { start, end } = placeOf(node);
  return lines
    .slice(start.line - 1, end.line)
    .map((_, index) => lineWords(start.line + index, lines))
    .filter(({ quote }) => quote !== '');
}

/** Without the marks of the heading; a heading that is underlined may have several lines. */
function headingWords({ children }: Heading, words: readonly Quoted[]): Quoted[] {
  if (children.length === 0) return [];
  const { start } = placeOf(children[0]);
  const { end } = placeOf(children.at(-1));
  return words
    .filter(({ line }) => line <= end.line)
    .map((word) => {
      const begin = word.line === start.line ? start.column : word.column;
      const stop = word.line === end.line ? end.column : word.column + word.quote.length;
      return part(word, begin - word.column, stop - word.column);
    })
    .filter(({ quote }) => quote !== '');
}

function tableOf(node: Table, words: readonly Quoted[], lines: readonly string[]): Block {
  const rows = node.children.map((row): BlockRow => {
    const { line } = placeOf(row).start;
    const cells = row.children.map((cell): Quoted => {
      const [first] = cell.children;
      if (first === undefined) return { line, column: placeOf(cell).start.column, quote: '' };
      const { column } = placeOf(first).start;
      const end = placeOf(cell.children.at(-1)).end.column;
      return part({ line, column: 1, quote: given(lines[line - 1]) }, column - 1, end - 1);
    });
    return { ...lineWords(line, lines), cells };
  });
  return { kind: 'table', words, header: given(rows[0]), rows: rows.slice(1) };
}

function codeOf(node: Code, words: readonly Quoted[], lines: readonly string[]): Block {
  const fenceLine = placeOf(node).start.line;
  const indents = node.value.split(LINE_END).map((written, index) => {
    // A fence that is the last line of all has no line below it.
    const raw = lines[fenceLine + index] ?? '';
    return Math.max(0, raw.length - written.length);
  });
  const place = (line: number, character: number): { line: number; column: number } => ({
    line: fenceLine + 1 + line,
    column: given(indents[line]) + character + 1,
  });
  return { kind: 'code', words, fence: given(words[0]), text: node.value, place };
}
