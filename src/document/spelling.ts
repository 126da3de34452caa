/** Characters that show nothing at all. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/gu;
/** White space that does not stand between two words of Latin letters or digits. */
const LOOSE_SPACE = / (?!\w)|(?<!\w) /gu;

/**
 * The form in which words are compared with other words. What publishing tools and editors change
 * without changing a word makes no difference there: white space beside Chinese characters and
 * punctuation, and whether letters and punctuation are full-width (Unicode Standard Annex 15, NFKC).
 *
 * @param words - words as a document has them
 */
export function spelling(words: string): string {
  return words
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replaceAll('。', '.')
    .replaceAll('→', '->')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(LOOSE_SPACE, '');
}
