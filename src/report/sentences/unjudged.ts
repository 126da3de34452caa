import { listed } from './listed.js';
import type { ProblemSentences } from './problem-sentences.js';

/** Why something was not judged. */
export const UNJUDGED = {
  'not-configured': ({ settings }) => {
    const { en, zh } = listed(settings);
    return { en: `not configured: set ${en} to judge it`, zh: `未配置：设置 ${zh} 后才能判断` };
  },
  'no-effect': () => ({
    en: 'nothing is sent to this endpoint: the suite does not know what its requests do',
    zh: '套件不了解该接口的请求会产生什么作用，因此不向它发送任何请求',
  }),
  'not-exercised': () => ({
    en: 'no case of this run exercised it',
    zh: '本次运行没有用例覆盖它',
  }),
  undecided: () => ({
    en: 'its cases were run, but nothing that came back decides it',
    zh: '相关用例已执行，但得到的应答不足以判定',
  }),
  'run-ended': (_, { ended }) =>
    ended === undefined
      ? { en: 'the run ended before it', zh: '运行在此之前已结束' }
      : { en: `the run ended early: ${ended.en}`, zh: `运行提前结束：${ended.zh}` },
} as const satisfies Partial<ProblemSentences>;
