import { one } from './about.js';
import { commas } from './listed.js';
import type { ProblemSentences } from './problem-sentences.js';
import { quoteSaid } from './said.js';

/** A request that has to be refused. */
export const REFUSALS = {
  accepted: () => ({
    en: 'it was accepted, but has to be refused',
    zh: '请求被接受，但应当被拒绝',
  }),
  'created-all-the-same': ({ ids }, { thing }) => ({
    en: `${one(thing.en)} was created all the same (id ${commas(ids)})`,
    zh: `仍然创建了${thing.zh}（id ${commas(ids)}）`,
  }),
  'appeared-later': ({ id }, { thing }) => ({
    en: `${thing.en} ${commas([id])} showed up later, though the request was refused`,
    zh: `请求被拒绝，但之后出现了${thing.zh} ${commas([id])}`,
  }),
  'appeared-beside': ({ ids }, { thing }) => ({
    en: `it was refused, but ${thing.en} ${commas(ids)} appeared meanwhile, which may come from it or from somebody else`,
    zh: `请求被拒绝，但其间出现了${thing.zh} ${commas(ids)}，可能由该请求产生，也可能由他人创建`,
  }),
  'wrong-cause': ({ said }) => {
    const { en, zh } = quoteSaid(said);
    return {
      en: `it was refused with the words for bad credentials (${en}), though the credentials are right and this server tells other causes apart`,
      zh: `凭证正确，却以凭证错误的原因拒绝（${zh}），而该服务器能区分其他原因`,
    };
  },
  'twin-not-accepted': ({ said }) => {
    const told = said === undefined ? { en: '', zh: '' } : quoteSaid(said);
    return {
      en: `it was refused, but so was the same request without the fault${told.en && `: ${told.en}`}`,
      zh: `请求被拒绝，但去掉该错误后的同一请求同样未成功${told.zh && `：${told.zh}`}`,
    };
  },
  'twin-unanswered': () => ({
    en: 'it was refused, but the same request without the fault has no answer',
    zh: '请求被拒绝，但去掉该错误后的同一请求没有应答',
  }),
} as const satisfies Partial<ProblemSentences>;
