import type { Text } from '../../text.js';
import { cut } from '../visible.js';

/**
 * Cuts both languages of a text: a reason may hold a server's message of any length.
 *
 * @param text - the text
 * @param max - UTF-16 units that may stay of each
 */
export function shorten(text: Text, max: number): Text {
  return { en: cut(text.en, max), zh: cut(text.zh, max) };
}
