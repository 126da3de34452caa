import type { Text } from '../../text.js';
import type { Lang } from '../lang.js';
import { cut, visible } from '../visible.js';

/** No single text of the page is longer (in UTF-16 units): a server's message may be of any length. */
const MAX_TEXT = 6_000;

/** HTML that was made here, as opposed to text that is yet to be escaped. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a {@link markup} template. */
export type Part = string | number | Markup | undefined | readonly Part[];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Text as HTML text or as a quoted attribute value: control and bidirectional characters visible,
 * the five characters of the syntax escaped (HTML, 13.3).
 *
 * @param text - anything; line breaks and tabs stay, its end does not where it is very long
 */
function escapeHtml(text: string): string {
  return visible(cut(text, MAX_TEXT), '\n\t').replace(
    /[&<>"']/g,
    (character) => ENTITIES.get(character) ?? character,
  );
}

/**
 * A template tag that escapes whatever is put in, so that forgetting it is impossible; only other
 * {@link Markup} goes in as it is.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    markup: strings.map((text, at) => (at === 0 ? text : render(parts[at - 1]) + text)).join(''),
  };
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(render).join('');
}

/**
 * A text in both languages: English is what is read, and Chinese waits in an attribute until the page
 * is switched, so that one language alone shows where no style and no script is run.
 *
 * @param text - both languages; where they are the same, it stands once
 */
export function both(text: Text): Markup {
  return text.en === text.zh
    ? markup`${text.en}`
    : markup`<span lang="en" data-zh="${text.zh}">${text.en}</span>`;
}

/** A long text that may be broken behind its commas: JSON has no spaces, and a page may have no style. */
export function breakable(text: string): Markup {
  return { markup: escapeHtml(text).replace(/,/g, ',<wbr>') };
}

/**
 * Turns every text of {@link both} to the language of the page.
 *
 * @param html - made here: what a server sent is escaped in it
 */
export function inLanguage(html: string, lang: Lang): string {
  return lang === 'en'
    ? html
    : html.replace(
        /<span lang="en" data-zh="([^"]*)">([^<]*)<\/span>/g,
        '<span lang="zh-CN" data-en="$2">$1</span>',
      );
}
