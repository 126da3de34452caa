import type { LeftReason } from '../../record/ending.js';
import type { Text } from '../../text.js';
import { THING } from './about.js';
import { short } from './listed.js';
import { problemSentence } from './problem.js';
import { inBrackets } from './said.js';

/** Why a thing is, or may be, left on the target, without a full stop. */
export function leftSentence(why: LeftReason): Text {
  switch (why.kind) {
    case 'not-removed': {
      const name = called(why.name);
      const told = inBrackets(why.said);
      return {
        en: `it could not be removed${told.en}${name.en}`,
        zh: `未能删除${told.zh}${name.zh}`,
      };
    }
    case 'unknown': {
      const name = called(why.name);
      return {
        en: `it is not known whether it was created${name.en}`,
        zh: `不确定是否已创建${name.zh}`,
      };
    }
    case 'still-shown':
      return {
        en: `${short(why.endpoint)} says that it is removed, but lookups still show it`,
        zh: `${short(why.endpoint)} 返回已删除，但仍能查到`,
      };
    case 'not-looked-up': {
      const { en, zh } = problemSentence(why.why, { thing: THING });
      return {
        en: `lookups can’t be used to see whether it is there: ${en}`,
        zh: `查询不可用，不确定是否仍在：${zh}`,
      };
    }
    case 'elsewhere': {
      const found = Object.entries(why.found)
        .map(([name, value]) => `${short(name)} ${short(value)}`)
        .join(', ');
      return {
        en: `its id was answered, but what has it holds ${found}: it may be somebody else’s`,
        zh: `应答中给出了它的 id，但该 id 对应的内容为 ${found}，可能属于他人`,
      };
    }
  }
}

function called(name: string | undefined): Text {
  return name === undefined
    ? { en: '', zh: '' }
    : { en: `; its name is ${short(name)}`, zh: `；其名称为 ${short(name)}` };
}
