const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

// C0, DEL and C1 drive terminals; U+2028/9 break lines; the bidirectional controls reorder what
// is read (CVE-2021-42574); a lone surrogate is no character at all; zero-width ones hide.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text from a server as data: every character that would act on a terminal, a page or a reader's
 * eye instead of being seen is written as its escape (`\x1b`, `\u202e`).
 *
 * @param text - anything
 * @param keep - characters that may stay, for example `'\n\t'` where lines are laid out
 * @returns text without control characters and well-formed in UTF-16
 */
export function visible(text: string, keep = ''): string {
  return text.replace(UNSEEN, (character) => {
    if (keep.includes(character)) return character;
    const short = SHORT_ESCAPES.get(character);
    if (short !== undefined) return short;
    const code = character.charCodeAt(0);
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/**
 * Cuts a text, and says so.
 *
 * @param text - anything
 * @param max - how many UTF-16 units may stay, the mark not counted
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? max - 1 : max;
  return `${text.slice(0, end)}… (+${text.length - end})`;
}

/**
 * Server text on one line, cut and made visible. It is cut first, so that the cost is bounded.
 *
 * @param text - anything
 * @param max - how many UTF-16 units of it may be shown
 */
export function oneLine(text: string, max: number): string {
  return visible(cut(text, max));
}
