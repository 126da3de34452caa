import type { RequirementResult, RunRecord } from '../../record/record.js';
import type { CommonCause } from '../causes/common-cause.js';
import { commandOf, decisive } from '../evidence.js';
import { type FailureGroup, groupFailures } from '../group-failures.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import type { Lang } from '../lang.js';
import { markdownBlock, markdownCode, markdownText } from './markdown-text.js';
import { reasonOf } from '../reason.js';
import { aboutOf, type RecordIndex } from '../record-index.js';
import { asHeading, causeSentence } from '../sentences/common-cause.js';
import { erratumSentence } from '../sentences/erratum.js';
import { drawHeading, drawPlace, drawRest, MAX_TOLD } from './parts.js';
import { requirementsThat } from '../tally.js';
import { ERRATUM_WORD, followWords, LEVEL_WORDS, togetherWords } from '../words.js';

const WORDS = {
  document: { en: 'document', zh: '文档' },
  why: { en: 'why', zh: '原因' },
  first: { en: 'the first', zh: '第一条' },
  sent: { en: 'sent', zh: '发送' },
  back: { en: 'came back', zh: '返回' },
  repeat: {
    en: 'To repeat it, with the secrets as variables:',
    zh: '复现命令（密钥以变量代替）：',
  },
} as const;

/**
 * Draws what failed as Markdown, each likely cause with what it explains.
 *
 * @param record - the record, or its part on one endpoint
 * @param index - of the whole record
 * @param lang - the language of the words
 * @returns blocks; text of a server in them is only text
 */
export function drawFailures(record: RunRecord, index: RecordIndex, lang: Lang): string[] {
  const failed = requirementsThat(record, 'failed');
  if (failed.length === 0) return [];
  const groups = groupFailures(failed, index);
  return [
    drawHeading('failed', failed.length, lang),
    ...groups.slice(0, MAX_TOLD).map((group) => drawGroup(group, index, lang)),
    ...drawRest(groups.length),
  ];
}

function drawGroup(
  { cause, common, followers }: FailureGroup,
  index: RecordIndex,
  lang: Lang,
): string {
  const placed = decisive(index, cause);
  const erratum = erratumSentence(cause);
  const name = `**${markdownText(cause.title[lang], 200)}** ${markdownCode(cause.id, 200)} (${LEVEL_WORDS[cause.level][lang]})`;
  const lines = [
    ...(common === undefined
      ? [name, '']
      : [...drawCause(common, index, lang), `- ${WORDS.first[lang]}: ${name}`]),
    `- ${WORDS.document[lang]}: ${drawPlace(cause)} ${markdownCode(cause.source.quote.replace(/\s+/g, ' ').trim(), 200)}`,
    ...(erratum === undefined
      ? []
      : [`- ${ERRATUM_WORD[lang]}: ${markdownText(erratum[lang], 600)}`]),
    `- ${WORDS.why[lang]}: ${markdownText(reasonOf(index, cause)?.[lang] ?? '', 1000)}`,
    ...(placed === undefined
      ? []
      : [
          `- ${WORDS.sent[lang]}: ${markdownCode(sentInShort(placed, index.usual, 400)[lang], 500)}`,
          `- ${WORDS.back[lang]}: ${markdownCode(answeredInShort(placed.exchange, 400)[lang], 500)}`,
        ]),
    ...(followers.length === 0
      ? []
      : [`- ${followWords(followers.length)[lang]} ${nameAll(followers)}`]),
    ...(placed === undefined
      ? []
      : [
          '',
          `<details><summary>${WORDS.repeat[lang]}</summary>`,
          '',
          markdownBlock(commandOf(index, placed.exchange), 'sh', 4000),
          '',
          '</details>',
        ]),
  ];
  return lines.join('\n');
}

function drawCause(common: CommonCause, index: RecordIndex, lang: Lang): string[] {
  const sentence = asHeading(causeSentence(common, aboutOf(index, common.endpoint)))[lang];
  return [
    `**${markdownText(sentence, 500)}**`,
    '',
    `- ${togetherWords(common.results)[lang]} ${nameAll(common.results)}`,
  ];
}

function nameAll(results: readonly RequirementResult[]): string {
  const names = results.slice(0, MAX_TOLD).map(({ id }) => markdownCode(id, 120));
  const more = results.length > MAX_TOLD ? ` … +${results.length - MAX_TOLD}` : '';
  return `${names.join(', ')}${more}`;
}
