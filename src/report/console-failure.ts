import { padTo, type Paint, SIGNS } from './console-text.js';
import { decisive, type RecordIndex } from './evidence.js';
import type { FailureGroup } from './group-failures.js';
import { answeredInShort, sentInShort } from './in-short.js';
import { type Lang, reasonOf } from './lang.js';
import { oneLine } from './visible.js';
import { followWords, LEVEL_WORDS } from './words.js';

const WORDS = {
  document: { en: 'document', zh: '文档' },
  why: { en: 'why', zh: '原因' },
  sent: { en: 'sent', zh: '发送' },
  back: { en: 'came back', zh: '返回' },
  repeat: { en: 'repeat', zh: '复现' },
  also: { en: 'also', zh: '另外' },
} as const;

/** This many of the failures that another explains are named, the rest counted. */
const MAX_FOLLOWERS = 8;

/**
 * Tells one failure in full: the document's sentence, why, what was sent, what came back, a line
 * that repeats it, and the failures that may follow from it by one line each.
 *
 * @param group - the failed requirement and what it explains
 * @param index - of its record
 * @param lang - the language of the words
 * @param label - lays out a name and a text, cut at so many UTF-16 units, as lines
 * @param paint - styles
 * @returns lines without line breaks; text of a server in them is only text
 */
export function tellFailure(
  { cause: result, followers }: FailureGroup,
  index: RecordIndex,
  lang: Lang,
  label: (name: string, text: string, max?: number) => string[],
  paint: Paint,
): string[] {
  const { path, line, quote } = result.source;
  const placed = decisive(index, result);
  return [
    '',
    `  ${paint(SIGNS.failed, 'red')} ${paint(oneLine(result.title[lang], 200), 'bold')}  ${paint(`${oneLine(result.id, 200)} · ${LEVEL_WORDS[result.level][lang]}`, 'dim')}`,
    ...label(WORDS.document[lang], `${path}:${line}  ${quote.replace(/\s+/g, ' ').trim()}`, 300),
    ...label(WORDS.why[lang], reasonOf(result, lang), 600),
    ...(placed === undefined
      ? []
      : [
          ...label(WORDS.sent[lang], sentInShort(placed, 300)[lang], 400),
          ...label(WORDS.back[lang], answeredInShort(placed.exchange, 300)[lang], 400),
          // On one line, so that it can be copied whole.
          `    ${paint(padTo(WORDS.repeat[lang], 11), 'dim')}${oneLine(placed.exchange.curl, 4000)}`,
        ]),
    ...(followers.length === 0
      ? []
      : [
          ...label(WORDS.also[lang], followWords(followers.length)[lang]),
          ...followers
            .slice(0, MAX_FOLLOWERS)
            .map(
              ({ id, level }) =>
                `               ${paint(SIGNS.failed, 'red')} ${oneLine(id, 120)} ${paint(LEVEL_WORDS[level][lang], 'dim')}`,
            ),
          ...(followers.length > MAX_FOLLOWERS
            ? [`               … +${followers.length - MAX_FOLLOWERS}`]
            : []),
        ]),
  ];
}
