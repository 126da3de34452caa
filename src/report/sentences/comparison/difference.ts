import type { Difference, DifferenceKind } from '../../../record/comparison/comparison.js';
import type { Text } from '../../../text.js';
import { cut } from '../../visible.js';

/** UTF-16 units of each value, and how many values a sentence shows. */
const MAX_VALUE = 160;
const MAX_VALUES = 3;

/** What a sentence speaks of: values as they are shown. */
interface Shown {
  readonly at: string;
  readonly was: Text;
  readonly is: Text;
}

/** A sentence for each kind, without a full stop. */
const SENTENCES: Readonly<Record<DifferenceKind, (shown: Shown) => Text>> = {
  'refused-now': ({ is }) => ({
    en: `was accepted, is refused: ${is.en}`,
    zh: `原先接受，现在拒绝：${is.zh}`,
  }),
  'accepted-now': ({ was }) => ({
    en: `was refused (${was.en}), is accepted`,
    zh: `原先拒绝（${was.zh}），现在接受`,
  }),
  'unreadable-now': ({ is }) => ({
    en: `is no longer answered with the envelope: ${is.en}`,
    zh: `应答不再是约定的返回结构：${is.zh}`,
  }),
  'readable-now': ({ was }) => ({
    en: `is answered with the envelope now; before: ${was.en}`,
    zh: `应答现在是约定的返回结构；原先：${was.zh}`,
  }),
  'silent-now': ({ is }) => ({ en: `is no longer answered: ${is.en}`, zh: `不再有应答：${is.zh}` }),
  'answered-now': ({ was }) => ({
    en: `is answered now; before: ${was.en}`,
    zh: `现在有应答；原先：${was.zh}`,
  }),
  'member-gone': ({ at, was }) => ({
    en: `${at} (${was.en}) is gone`,
    zh: `${at}（${was.zh}）不再返回`,
  }),
  'member-new': ({ at, is }) => ({ en: `${at} (${is.en}) is new`, zh: `新增 ${at}（${is.zh}）` }),
  'type-changed': ({ at, was, is }) => ({
    en: `${at} was ${was.en}, is ${is.en}`,
    zh: `${at} 的类型由 ${was.zh} 变为 ${is.zh}`,
  }),
  'null-now': ({ at, was, is }) => ({
    en: `${at} was ${was.en}, is ${is.en}`,
    zh: `${at} 由 ${was.zh} 变为 ${is.zh}`,
  }),
  'value-now': ({ at, was, is }) => ({
    en: `${at} was ${was.en}, is ${is.en}`,
    zh: `${at} 由 ${was.zh} 变为 ${is.zh}`,
  }),
  'code-changed': ({ was, is }) => ({
    en: `the code of a refusal was ${was.en}, is ${is.en}`,
    zh: `拒绝的 code 由 ${was.zh} 变为 ${is.zh}`,
  }),
  'message-changed': ({ was, is }) => ({
    en: `the message of a refusal was ${was.en}, is ${is.en}`,
    zh: `拒绝的 message 由 ${was.zh} 变为 ${is.zh}`,
  }),
  'refused-otherwise': ({ was, is }) => ({
    en: `is refused with another code and message: was ${was.en}, is ${is.en}`,
    zh: `拒绝时的 code 与 message 均不同：原先 ${was.zh}，现在 ${is.zh}`,
  }),
  'other-cause': ({ was, is }) => ({
    en: `another cause is reported first: was ${was.en}, is ${is.en}`,
    zh: `先报告的原因不同：原先 ${was.zh}，现在 ${is.zh}`,
  }),
  'success-code-changed': ({ was, is }) => ({
    en: `the code of a success was ${was.en}, is ${is.en}`,
    zh: `成功时的 code 由 ${was.zh} 变为 ${is.zh}`,
  }),
  'success-message-changed': ({ was, is }) => ({
    en: `the message of a success was ${was.en}, is ${is.en}`,
    zh: `成功时的 message 由 ${was.zh} 变为 ${is.zh}`,
  }),
  'status-changed': ({ was, is }) => ({
    en: `the HTTP status was ${was.en}, is ${is.en}`,
    zh: `HTTP 状态码由 ${was.zh} 变为 ${is.zh}`,
  }),
  'header-changed': ({ at, was, is }) => ({
    en: `the header ${at} was ${was.en}, is ${is.en}`,
    zh: `响应头 ${at} 由 ${was.zh} 变为 ${is.zh}`,
  }),
  'header-gone': ({ at, was }) => ({
    en: `the header ${at} (${was.en}) is gone`,
    zh: `不再有响应头 ${at}（${was.zh}）`,
  }),
  'header-new': ({ at, is }) => ({
    en: `the header ${at} (${is.en}) is new`,
    zh: `新增响应头 ${at}（${is.zh}）`,
  }),
  'request-id-form': ({ was, is }) => ({
    en: `the id of a request had the form ${was.en}, has ${is.en}`,
    zh: `请求链 id 的形式由 ${was.zh} 变为 ${is.zh}`,
  }),
  'observed-otherwise': ({ was, is }) => ({
    en: `where the document is silent, what came of it was ${was.en}, is ${is.en}`,
    zh: `文档未约定之处，结果由 ${was.zh} 变为 ${is.zh}`,
  }),
};

/** What differs, in a sentence without its endpoint; what a target said in it is not yet visible. */
export function differenceSentence({ kind, at, before, after }: Difference): Text {
  return SENTENCES[kind]({
    at: cut(at === undefined || at === '' ? '.' : at, MAX_VALUE),
    was: values(before),
    is: values(after),
  });
}

/** Differences in words, in short: what the words were and are is shown beside it. */
const TITLES: Partial<Readonly<Record<DifferenceKind, Text>>> = {
  'refused-now': { en: 'was accepted, is refused', zh: '原先接受，现在拒绝' },
  'accepted-now': { en: 'was refused, is accepted', zh: '原先拒绝，现在接受' },
  'message-changed': { en: 'the message of a refusal is another', zh: '拒绝的 message 不同' },
  'refused-otherwise': {
    en: 'is refused with another code and message',
    zh: '拒绝时的 code 与 message 均不同',
  },
  'other-cause': { en: 'another cause is reported first', zh: '先报告的原因不同' },
  'success-message-changed': {
    en: 'the message of a success is another',
    zh: '成功时的 message 不同',
  },
};

/** What differs, in short, where its words are better shown beside it; undefined for all other kinds. */
export function differenceTitle(kind: DifferenceKind): Text | undefined {
  return TITLES[kind];
}

/** How many answers show a difference. */
export function placesWords(count: number): Text {
  return { en: count === 1 ? '1 answer' : `${count} answers`, zh: `${count} 处应答` };
}

function values(all: readonly string[]): Text {
  const shown = all.slice(0, MAX_VALUES).map((value) => `“${cut(value, MAX_VALUE)}”`);
  const more = all.length - shown.length;
  return {
    en: `${shown.join(' / ')}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `${shown.join(' / ')}${more > 0 ? ` 等 ${all.length} 种` : ''}`,
  };
}
