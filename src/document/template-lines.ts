import type { Block } from './blocks.js';
import { find, type Notes } from './finding.js';
import type { Quoted } from './quoted.js';

/** Whole lines that are for a publishing tool or a browser. */
const TEMPLATE_LINES: readonly RegExp[] = [
  // `{{ common_args_desc }}`, `{% include "common.md" %}`
  /^\{\{[^{}]*\}\}$/u,
  /^\{%[^{}]*%\}$/u,
  /^\[\[?toc\]?\]$/iu,
  /^<!--(?:(?!-->).)*-->$/u,
  // `<br>`, `<a name="x"></a>`, `&nbsp;`: no text stands between them.
  /^(?:\s|<\/?[a-z][^<>]*>|&nbsp;)+$/iu,
];

/**
 * Leaves out the lines of paragraphs that state nothing: what a publishing tool puts something in
 * the place of, and markup without text. What it would put there is not in the document.
 *
 * @param blocks - the blocks of a document
 * @param notes - takes a finding for each such line
 * @returns the blocks without them
 */
export function withoutTemplateLines(blocks: readonly Block[], notes: Notes): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph') return [block];
    const words = block.words.filter((line) => !isTemplateLine(line));
    if (words.length === block.words.length) return [block];
    for (const line of block.words.filter(isTemplateLine)) {
      find(
        notes,
        line,
        'template-line',
        'The line is for a publishing tool and states nothing itself.',
        '该行供发布工具使用，本身不含任何说明。',
      );
    }
    return words.length === 0 ? [] : [{ kind: 'paragraph', words }];
  });
}

function isTemplateLine({ quote }: Quoted): boolean {
  return TEMPLATE_LINES.some((line) => line.test(quote));
}
