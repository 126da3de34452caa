/** Characters that take two columns (Unicode, East Asian Width W and F), as far as documents go. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/**
 * How many columns a terminal needs for a text.
 *
 * @param text - one line without control characters
 * @returns columns: two for a Chinese character, none for a combining mark
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += 2;
    else if (!/\p{M}/u.test(character)) width += 1;
  }
  return width;
}

/**
 * Fills a text up with spaces.
 *
 * @param text - one line
 * @param width - columns to fill; a longer text is left as it is
 * @returns the text with spaces behind it
 */
export function padDisplay(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
