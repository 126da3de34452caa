import { visible } from '../visible.js';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/**
 * Text as character data of XML 1.0. Characters that XML forbids even as references (section 2.2,
 * `Char`) are written as visible escapes; `>` is escaped too, for `]]>` (section 2.4).
 *
 * @param text - anything; line breaks and tabs stay
 */
export function xmlText(text: string): string {
  return visible(text, '\n\t')
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}

/**
 * Attributes of one element.
 *
 * @param values - name to value; names are trusted, values are not
 * @returns `name="value"` pairs with a space between them
 */
export function xmlAttributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${xmlText(value).replace(/\n/g, '&#10;')}"`)
    .join(' ');
}
