import type { Text } from '../../text.js';
import { shorten } from './shorten.js';

/** UTF-16 units of a title that are shown. */
const MAX_TITLE = 300;

/**
 * A requirement's or case's title as a heading: without its full stop, which after a path would look
 * like a part of it.
 *
 * @param title - a sentence
 */
export function headline(title: Text): Text {
  return shorten({ en: withoutStop(title.en), zh: withoutStop(title.zh) }, MAX_TITLE);
}

function withoutStop(text: string): string {
  return text.endsWith('.') || text.endsWith('。') ? text.slice(0, -1) : text;
}
