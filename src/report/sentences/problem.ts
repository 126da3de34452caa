import type { Problem, ProblemKind } from '../../record/problem.js';
import type { Text } from '../../text.js';
import type { About } from './about.js';
import { ACCEPTANCES } from './acceptances.js';
import { ANSWERS } from './answers.js';
import { lackSentence } from './lack.js';
import { short } from './listed.js';
import { NO_ANSWER } from './no-answer.js';
import type { ProblemSentences } from './problem-sentences.js';
import { REFUSALS } from './refusals.js';
import { quoteSaid } from './said.js';
import { STORED } from './stored.js';
import { UNJUDGED } from './unjudged.js';

const SENTENCES: ProblemSentences = {
  ...NO_ANSWER,
  ...REFUSALS,
  ...ACCEPTANCES,
  ...STORED,
  ...ANSWERS,
  ...UNJUDGED,
  // These give another problem as their reason.
  'not-looked-up': ({ why }, about) => {
    const { en, zh } = whySentence(why, about);
    return {
      en: `lookups can’t be used to see what was stored: ${en}`,
      zh: `查询不可用，无法确认存储了什么：${zh}`,
    };
  },
  'not-made': ({ endpoint, of, said, why }, about) => {
    const told = said === undefined ? why && problemSentence(why, about) : quoteSaid(said);
    return {
      en: `${short(endpoint)} makes nothing of ${short(of)}${told === undefined ? '' : `: ${told.en}`}`,
      zh: `${short(endpoint)} 无法创建 ${short(of)} 的数据${told === undefined ? '' : `：${told.zh}`}`,
    };
  },
  lacking: ({ lack }, about) => lackSentence(lack, (why) => problemSentence(why, about)),
};

/**
 * Draws the sentence of a problem.
 *
 * @param problem - of a requirement or a case
 * @param about - what the sentence speaks of
 * @returns without a full stop; what a target said in it is as it was said, cut, and not yet made
 *   visible: that is each report's own duty
 */
export function problemSentence(problem: Problem, about: About): Text {
  return draw(problem.kind, problem, about);
}

/** Ties the kind to its problem, as the compiler sees it. */
function draw<K extends ProblemKind>(
  kind: K,
  problem: Extract<Problem, { kind: K }>,
  about: About,
): Text {
  return SENTENCES[kind](problem, about);
}

/** Why lookups can't be used; nothing may be known of it. */
export function whySentence(why: Problem | undefined, about: About): Text {
  return why === undefined
    ? { en: 'no usable answer', zh: '没有可用的应答' }
    : problemSentence(why, about);
}

/** All kinds of problems that there are. */
export function problemKinds(): readonly string[] {
  return Object.keys(SENTENCES);
}
