import type { Code, Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Quoted } from './quoted.js';

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
  const lines = text.split(/\r\n|\r|\n/u);
  return tree.children.flatMap((node): Block[] => {
    const words = wordsOf(node, lines);
    if (node.type === 'heading') {
      return [{ kind: 'heading', depth: node.depth, words: headingWords(node, words) }];
    }
    if (node.type === 'table') return [tableOf(node, words, text)];
    if (node.type === 'code') return [codeOf(node, words, lines)];
    return node.type === 'thematicBreak' ? [] : [{ kind: 'paragraph', words }];
  });
}

function wordsOf(node: Nodes, lines: readonly string[]): Quoted[] {
  const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 0 } };
  return lines.slice(start.line - 1, end.line).flatMap((raw, index) => {
    const quote = raw.trim();
    const column = raw.length - raw.trimStart().length + 1;
    return quote === '' ? [] : [{ line: start.line + index, column, quote }];
  });
}

function headingWords(node: Nodes, words: readonly Quoted[]): Quoted[] {
  if (!('children' in node)) return [];
  const first = node.children[0]?.position;
  const last = node.children.at(-1)?.position;
  return words.flatMap((word) => {
    if (first === undefined || last === undefined) return [];
    if (word.line < first.start.line || word.line > last.end.line) return [];
    const begin = word.line === first.start.line ? first.start.column : word.column;
    const end = word.line === last.end.line ? last.end.column : word.column + word.quote.length;
    const quote = word.quote.slice(begin - word.column, end - word.column).trim();
    return quote === '' ? [] : [{ line: word.line, column: begin, quote }];
  });
}

function tableOf(node: Table, words: readonly Quoted[], text: string): Block {
  const byLine = new Map(words.map((word) => [word.line, word]));
  const rows = node.children.map((row): BlockRow => {
    const line = row.position?.start.line ?? 1;
    const whole = byLine.get(line) ?? { line, column: 1, quote: '' };
    const cells = row.children.map((cell): Quoted => {
      const start = cell.children[0]?.position?.start;
      const end = cell.children.at(-1)?.position?.end;
      if (start?.offset === undefined || end?.offset === undefined) {
        return { line, column: cell.position?.start.column ?? 1, quote: '' };
      }
      return { line, column: start.column, quote: text.slice(start.offset, end.offset).trim() };
    });
    return { ...whole, cells };
  });
  const [header = { line: 1, column: 1, quote: '', cells: [] }, ...body] = rows;
  return { kind: 'table', words, header, rows: body };
}

function codeOf(node: Code, words: readonly Quoted[], lines: readonly string[]): Block {
  const fenceLine = node.position?.start.line ?? 1;
  const fence = words[0] ?? { line: fenceLine, column: 1, quote: '' };
  const indents = node.value.split(/\r\n|\r|\n/u).map((written, index) => {
    const raw = lines[fenceLine + index] ?? '';
    return Math.max(0, raw.length - written.length);
  });
  const place = (line: number, character: number): { line: number; column: number } => ({
    line: fenceLine + 1 + line,
    column: (indents[line] ?? 0) + character + 1,
  });
  return { kind: 'code', words, fence, text: node.value, place };
}
