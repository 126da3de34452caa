import type { RequirementResult } from '../../record/record.js';
import type { CommonCause } from '../causes/common-cause.js';
import { padTo, type Paint, SIGNS, STYLES } from './text.js';
import { commandOf, decisive } from '../evidence.js';
import type { FailureGroup } from '../group-failures.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import type { Lang } from '../lang.js';
import { reasonOf } from '../reason.js';
import { aboutOf, nameIn, type RecordIndex } from '../record-index.js';
import { asHeading, causeSentence } from '../sentences/common-cause.js';
import { erratumSentence } from '../sentences/erratum.js';
import { verdictOf } from '../verdict.js';
import { oneLine } from '../visible.js';
import { ERRATUM_WORD, followWords, LEVEL_WORDS, togetherWords } from '../words.js';

const WORDS = {
  document: { en: 'document', zh: '文档' },
  why: { en: 'why', zh: '原因' },
  rules: { en: 'rules', zh: '规则' },
  first: { en: 'the first', zh: '第一条' },
  sent: { en: 'sent', zh: '发送' },
  back: { en: 'came back', zh: '返回' },
  repeat: { en: 'repeat', zh: '复现' },
  also: { en: 'also', zh: '另外' },
} as const;

/** This many of the rules that fail together are named, the rest counted. */
const MAX_NAMED = 12;

/** What a failure is told with. */
export interface Teller {
  readonly index: RecordIndex;
  readonly lang: Lang;
  readonly strict: boolean;
  readonly paint: Paint;
  /** Lays out a name and a text, cut at so many UTF-16 units, as lines. */
  readonly label: (name: string, text: string, max?: number) => string[];
}

/**
 * Tells one failure in full: what several fail for and which, where that is so; the document's
 * sentence, why, what was sent, what came back, a line that repeats it; and the failures that may
 * follow from it by one line each.
 *
 * @param group - the failed requirement and what it explains
 * @returns lines without line breaks; text of a server in them is only text
 */
export function tellFailure(
  { cause: result, common, followers }: FailureGroup,
  teller: Teller,
): string[] {
  const { index, lang, label, paint } = teller;
  const { path, line, quote } = result.source;
  const placed = decisive(index, result);
  const erratum = erratumSentence(result);
  const sign = paint(SIGNS.failed, 'red');
  const name = `${oneLine(nameIn(index, result), 200)} · ${LEVEL_WORDS[result.level][lang]}`;
  return [
    '',
    ...(common === undefined
      ? [`  ${sign} ${paint(oneLine(result.title[lang], 200), 'bold')}  ${paint(name, 'dim')}`]
      : [
          ...tellCause(common, teller),
          ...label(WORDS.first[lang], `${result.title[lang]}  ${name}`, 400),
        ]),
    ...label(WORDS.document[lang], `${path}:${line}  ${quote.replace(/\s+/g, ' ').trim()}`, 300),
    ...(erratum === undefined ? [] : label(ERRATUM_WORD[lang], erratum[lang], 400)),
    ...label(WORDS.why[lang], reasonOf(index, result)?.[lang] ?? '', 600),
    ...(placed === undefined
      ? []
      : [
          ...label(WORDS.sent[lang], sentInShort(placed, index.usual, 300)[lang], 400),
          ...label(WORDS.back[lang], answeredInShort(placed.exchange, 300)[lang], 400),
          // On one line, so that it can be copied whole.
          `    ${paint(padTo(WORDS.repeat[lang], 11), 'dim')}${oneLine(commandOf(index, placed.exchange), 4000)}`,
        ]),
    ...(followers.length === 0
      ? []
      : [
          ...label(WORDS.also[lang], followWords(followers.length)[lang]),
          ...nameAll(followers, teller),
        ]),
  ];
}

function tellCause(common: CommonCause, teller: Teller): string[] {
  const { index, lang, label, paint } = teller;
  const sentence = asHeading(causeSentence(common, aboutOf(index, common.endpoint)))[lang];
  return [
    `  ${paint(SIGNS.failed, 'red')} ${paint(oneLine(sentence, 400), 'bold')}`,
    ...label(WORDS.rules[lang], togetherWords(common.results)[lang]),
    ...nameAll(common.results, teller),
  ];
}

function nameAll(
  results: readonly RequirementResult[],
  { index, lang, strict, paint }: Teller,
): string[] {
  const named = results.slice(0, MAX_NAMED).map((each) => {
    const verdict = verdictOf(each, strict);
    return `               ${paint(SIGNS[verdict], STYLES[verdict])} ${oneLine(nameIn(index, each), 120)} ${paint(LEVEL_WORDS[each.level][lang], 'dim')}`;
  });
  const more = results.length - named.length;
  return more > 0 ? [...named, `               … +${more}`] : named;
}
