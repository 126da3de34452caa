import type { RunRecord } from '../../record/record.js';
import type { Text } from '../../text.js';
import { OUTCOME_WORDS } from '../words.js';
import { releasesName } from './declared.js';
import { counted } from './listed.js';

type Told = Pick<RunRecord, 'outcome' | 'requirements' | 'target'>;

/** The outcome in a line: the word, and of a conformant target the conditions that it rests on. */
export function outcomeHeadline(record: Told): Text {
  const word = OUTCOME_WORDS[record.outcome];
  const { en, zh } = conditionsOf(record);
  return { en: `${word.en}${en}`, zh: `${word.zh}${zh}` };
}

/** What a conformant outcome rests on, to stand behind its word; empty where it rests on nothing. */
export function conditionsOf(record: Told): Text {
  if (record.outcome !== 'conformant') return { en: '', zh: '' };
  const to = releasesName(record.target.releases ?? {});
  const declared = declaredInShort(record);
  return {
    en: [
      ...(to === undefined ? [] : [` to ${to.en}`]),
      ...(declared === undefined ? [] : [`${to === undefined ? '' : ','} with ${declared.en}`]),
    ].join(''),
    zh: [
      ...(to === undefined ? [] : [`：${to.zh}`]),
      ...(declared === undefined ? [] : [`${to === undefined ? '：' : '，'}含${declared.zh}`]),
    ].join(''),
  };
}

/** How much is declared and does not count; undefined where nothing is. */
export function declaredInShort({
  requirements,
}: Pick<RunRecord, 'requirements'>): Text | undefined {
  const declared = requirements.filter(({ status }) => status === 'deviation');
  const waived = declared.filter(({ waiver }) => waiver !== undefined);
  const deviations = declared.length - waived.length;
  const [until] = waived
    .flatMap(({ waiver = [] }) => waiver.flatMap(({ expires }) => expires ?? []))
    .toSorted();
  const parts = [
    ...(deviations === 0
      ? []
      : [
          {
            en: counted(deviations, 'declared deviation'),
            zh: ` ${deviations} 条已声明偏差`,
          },
        ]),
    ...(waived.length === 0
      ? []
      : [
          {
            en: `${counted(waived.length, 'waiver')}${until === undefined ? '' : ` (until ${until})`}`,
            zh: ` ${waived.length} 条豁免${until === undefined ? '' : `（至 ${until}）`}`,
          },
        ]),
  ];
  return parts.length === 0
    ? undefined
    : { en: parts.map(({ en }) => en).join(' and '), zh: parts.map(({ zh }) => zh).join('、') };
}
