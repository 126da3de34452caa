import type { RunRecord } from '../record/record.js';
import { decisive, indexRecord, type RecordIndex } from './evidence.js';
import { type FailureGroup, groupFailures } from './group-failures.js';
import { answeredInShort, sentInShort } from './in-short.js';
import { type Lang, reasonOf } from './lang.js';
import { markdownBlock, markdownCode, markdownText } from './markdown-text.js';
import { drawHeading, drawPlace, drawRest, MAX_TOLD } from './summary-parts.js';
import { requirementsThat } from './tally.js';
import { followWords, LEVEL_WORDS } from './words.js';

const WORDS = {
  document: { en: 'document', zh: '文档' },
  why: { en: 'why', zh: '原因' },
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
 * @param record - the record
 * @param lang - the language of the words
 * @returns blocks; text of a server in them is only text
 */
export function drawFailures(record: RunRecord, lang: Lang): string[] {
  const failed = requirementsThat(record, 'failed');
  if (failed.length === 0) return [];
  const index = indexRecord(record);
  const groups = groupFailures(failed, index);
  return [
    drawHeading('failed', failed.length, lang),
    ...groups.slice(0, MAX_TOLD).map((group) => drawGroup(group, index, lang)),
    ...drawRest(groups.length),
  ];
}

function drawGroup({ cause, followers }: FailureGroup, index: RecordIndex, lang: Lang): string {
  const placed = decisive(index, cause);
  const names = followers.slice(0, MAX_TOLD).map(({ id }) => markdownCode(id, 120));
  const more = followers.length > MAX_TOLD ? ` … +${followers.length - MAX_TOLD}` : '';
  const lines = [
    `**${markdownText(cause.title[lang], 200)}** ${markdownCode(cause.id, 200)} (${LEVEL_WORDS[cause.level][lang]})`,
    '',
    `- ${WORDS.document[lang]}: ${drawPlace(cause)} ${markdownCode(cause.source.quote.replace(/\s+/g, ' ').trim(), 200)}`,
    `- ${WORDS.why[lang]}: ${markdownText(reasonOf(cause, lang), 1000)}`,
    ...(placed === undefined
      ? []
      : [
          `- ${WORDS.sent[lang]}: ${markdownCode(sentInShort(placed, 400)[lang], 500)}`,
          `- ${WORDS.back[lang]}: ${markdownCode(answeredInShort(placed.exchange, 400)[lang], 500)}`,
        ]),
    ...(followers.length === 0
      ? []
      : [`- ${followWords(followers.length)[lang]} ${names.join(', ')}${more}`]),
    ...(placed === undefined
      ? []
      : [
          '',
          `<details><summary>${WORDS.repeat[lang]}</summary>`,
          '',
          markdownBlock(placed.exchange.curl, 'sh', 4000),
          '',
          '</details>',
        ]),
  ];
  return lines.join('\n');
}
