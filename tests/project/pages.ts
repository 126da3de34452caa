import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Pages of `docs/` for those who work on the project, and one that is read by `derive`. */
const ENGLISH_ONLY = ['docs/conventions.md', 'docs/mutation-survivors.md'];

/** The pages for users, each with the page that says the same in Chinese. */
export const PAGES: readonly (readonly [english: string, chinese: string])[] = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
]
  .filter((path) => /(?<!\.zh)\.md$/.test(path) && !ENGLISH_ONLY.includes(path))
  .map((path) => [path, path.replace(/\.md$/, '.zh.md')]);

/** What two pages that say the same have in common, and where a page leads. */
export interface Page {
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Rows of cells, the head first; of each cell its text and the code in it. */
  readonly tables: readonly (readonly (readonly Cell[])[])[];
  readonly blocks: readonly { readonly lang: string; readonly text: string }[];
  readonly links: readonly string[];
  /** What stands in the text as code. */
  readonly code: readonly string[];
}

/** A cell of a table. */
export interface Cell {
  readonly text: string;
  readonly code: readonly string[];
}

/** Reads a page of the project. */
export function readPage(path: string): Page {
  const tree = fromMarkdown(readFileSync(join(ROOT, path), 'utf8'), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const nodes = allOf(tree);
  return {
    headings: nodes.flatMap((node) =>
      node.type === 'heading' ? [{ level: node.depth, text: textOf(node) }] : [],
    ),
    tables: nodes.flatMap((node) =>
      node.type === 'table'
        ? [
            node.children.map((row) =>
              row.children.map((cell) => ({ text: textOf(cell), code: codeIn(cell) })),
            ),
          ]
        : [],
    ),
    blocks: nodes.flatMap((node) =>
      node.type === 'code' ? [{ lang: node.lang ?? '', text: node.value }] : [],
    ),
    links: nodes.flatMap((node) =>
      node.type === 'link' || node.type === 'image' ? [node.url] : [],
    ),
    code: codeIn(tree),
  };
}

/** The name that GitHub gives to a heading, for links to it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function allOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(allOf) : [])];
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function codeIn(node: Nodes): string[] {
  return allOf(node).flatMap((each) => (each.type === 'inlineCode' ? [each.value] : []));
}
