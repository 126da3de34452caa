import { oneLine } from '../visible.js';

/**
 * Text as plain words of a Markdown line or table cell: nothing in it is markup, a link, a mention
 * or HTML (CommonMark 2.4, GFM 4.10 and 6.9).
 *
 * @param text - anything
 * @param max - how many UTF-16 units may be shown
 */
export function markdownText(text: string, max: number): string {
  return oneLine(text, max)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~=:@$^]/g, '\\$&')
    .replace(/\b(https?|ftp)\\:/gi, '$1&#58;')
    .replace(/\bwww\\\./gi, 'www&#46;');
}

/**
 * Text as a code span.
 *
 * @param text - anything
 * @param max - how many UTF-16 units may be shown
 * @returns a span whose fence is longer than any run of backticks in it (CommonMark 6.1)
 */
export function markdownCode(text: string, max: number): string {
  const shown = oneLine(text, max);
  const fence = fenceFor(shown, 1);
  return shown === '' ? '` `' : `${fence} ${shown} ${fence}`;
}

/**
 * Text as a code span in a table cell, where a bar ends the cell even inside of code (GFM 4.10).
 *
 * @param text - anything
 * @param max - how many UTF-16 units may be shown
 */
export function markdownCellCode(text: string, max: number): string {
  return markdownCode(text, max).replace(/\|/g, '\\|');
}

/**
 * Text as a fenced code block.
 *
 * @param text - anything; shown on one line
 * @param info - the block's language, trusted
 * @param max - how many UTF-16 units may be shown
 */
export function markdownBlock(text: string, info: string, max: number): string {
  const shown = oneLine(text, max);
  const fence = fenceFor(shown, 3);
  return `${fence}${info}\n${shown}\n${fence}`;
}

function fenceFor(text: string, least: number): string {
  let longest = 0;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return '`'.repeat(Math.max(least, longest + 1));
}
