import { one } from './about.js';
import { identitySentence } from './identity.js';
import { commas, listed } from './listed.js';
import { permissionSentence, permissionStep } from './permission.js';
import type { ProblemSentences } from './problem-sentences.js';
import { inBrackets, quoteSaid } from './said.js';

/** A valid request. */
export const ACCEPTANCES = {
  'valid-refused': ({ said }) => {
    const { en, zh } = quoteSaid(said);
    return { en: `a valid request is refused: ${en}`, zh: `合法请求被拒绝：${zh}` };
  },
  'identity-refused': identitySentence,
  permission: (problem) => {
    const lacking = permissionSentence(problem);
    const step = permissionStep(problem);
    return { en: `${lacking.en}. ${step.en}`, zh: `${lacking.zh}。${step.zh}` };
  },
  'fixture-doubtful': ({ settings, said }) => {
    const names = listed(settings);
    const { en, zh } = quoteSaid(said);
    return {
      en: `the fixture may be wrong; check ${names.en}. The target says: ${en}`,
      zh: `测试数据可能有误，请检查 ${names.zh}。目标返回：${zh}`,
    };
  },
  'ground-held': ({ said }, { thing }) => {
    const { en, zh } = quoteSaid(said);
    return {
      en: `${one(thing.en)} that the suite made there before could not be removed and may stand in the way: ${en}`,
      zh: `套件此前在此创建的${thing.zh}未能删除，可能造成影响：${zh}`,
    };
  },
  'created-without-success': ({ ids, said }, { thing }) => {
    const told = inBrackets(said);
    return {
      en: `the answer is no success${told.en}, but ${one(thing.en)} was created (id ${commas(ids)})`,
      zh: `应答不是成功${told.zh}，但创建了${thing.zh}（id ${commas(ids)}）`,
    };
  },
  'some-not-accepted': ({ refused, of, said }) => {
    const told = inBrackets(said);
    return {
      en: `${refused} of ${of} creations at once were not accepted${told.en}`,
      zh: `${of} 个并发创建中有 ${refused} 个未被接受${told.zh}`,
    };
  },
} as const satisfies Partial<ProblemSentences>;
