import type { Note } from '../../../record/ending.js';
import type { Text } from '../../../text.js';
import type { About } from '../about.js';
import { noteSentence } from '../note.js';

/** Several notes as one sentence. */
export function notes(all: readonly Note[], about: About): Text {
  return joined(all.map((note) => noteSentence(note, about)));
}

/** Sentences with semicolons between them. */
export function joined(parts: readonly Text[]): Text {
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join('；') };
}

/** A whole sentence without its full stop. */
export function withoutStop({ en, zh }: Text): Text {
  return { en: en.replace(/\.$/, ''), zh: zh.replace(/。$/, '') };
}
