import type { Part } from '../../record/ending.js';
import type { Text } from '../../text.js';
import { commas, counted } from './listed.js';

/** This many of the cases that are missing are named. */
const MAX_NAMED = 5;

/** Why a run that did not end early is only a part of one, without a full stop. */
export function partSentence(part: Part): Text {
  switch (part.kind) {
    case 'ended':
      return { en: 'it did not come to its end', zh: '运行没有进行到底' };
    case 'chosen':
      return {
        en: `only ${counted(part.cases, 'case')} ${part.cases === 1 ? 'was' : 'were'} asked for, so nothing can be said of the whole`,
        zh: `只执行了 ${part.cases} 个用例，无法给出整体结论`,
      };
    case 'list-shortened': {
      const { length } = part.missing;
      const list = commas(part.missing.slice(0, MAX_NAMED));
      return {
        en: `the case list is shorter than the contract demands: ${length} missing (${list})`,
        zh: `用例少于契约的要求：缺少 ${length} 项（${list}）`,
      };
    }
  }
}
