import { listed, short } from './listed.js';
import type { ProblemSentences } from './problem-sentences.js';
import { inBrackets, quoteFault } from './said.js';
import { weatherSentence } from './weather.js';

/** Nothing came back, or nothing that can be read. */
export const NO_ANSWER = {
  'no-answer': (problem) => {
    const { en, zh } = quoteFault(problem);
    return { en: `no answer: ${en}`, zh: `没有应答：${zh}` };
  },
  'too-fast': ({ said }) => {
    const { en, zh } = inBrackets(said);
    return {
      en: `the target did not take the request: requests come too fast for it${en}`,
      zh: `目标没有受理该请求：请求过于频繁${zh}`,
    };
  },
  weather: ({ status }) => weatherSentence(status),
  'answer-broken': (problem) => {
    const { en, zh } = quoteFault(problem);
    return { en: `the answer is broken: ${en}`, zh: `应答损坏：${zh}` };
  },
  redirected: ({ status, to }) => ({
    en: `HTTP ${status} redirects ${to === undefined ? 'elsewhere' : `to ${short(to)}`}; credentials are not carried there`,
    zh: `HTTP ${status} 重定向${to === undefined ? '' : `到 ${short(to)}`}；凭证不会被带往他处`,
  }),
  'not-json': ({ words, offset }) => ({
    en: `the body is not JSON: ${short(words)} (offset ${offset})`,
    zh: `应答正文不是 JSON：${short(words)}（偏移 ${offset}）`,
  }),
  'not-an-object': () => ({
    en: 'the body is JSON, but no object',
    zh: '应答正文是 JSON，但不是对象',
  }),
  'no-well-formed-failure': ({ members }) => {
    const { en, zh } = listed(members);
    return {
      en: `the answer is no well-formed failure (${en})`,
      zh: `应答不是格式正确的失败应答（${zh}）`,
    };
  },
  unstable: ({ healed, ...fault }) => {
    const { en, zh } = quoteFault(fault);
    return {
      en: `${en}; ${healed ? 'a second try was answered' : 'a second try failed too'}`,
      zh: `${zh}；${healed ? '重试后得到应答' : '重试同样失败'}`,
    };
  },
} as const satisfies Partial<ProblemSentences>;
