import type { Lack, Problem } from '../../record/problem.js';
import type { Text } from '../../text.js';
import { counted, short } from './listed.js';

/**
 * What a case takes, besides settings, and is not there.
 *
 * @param draw - draws why, where it is known
 */
export function lackSentence(lack: Lack, draw: (why: Problem) => Text): Text {
  switch (lack.of) {
    case 'own-ground': {
      const why = because(lack.why, draw);
      return {
        en: `it takes ${counted(lack.number, 'set')} of test data that the suite makes itself${why.en}`,
        zh: `需要由套件自行创建 ${lack.number} 组测试数据${why.zh}`,
      };
    }
    case 'removed-thing': {
      const why = because(lack.why, draw);
      return {
        en: `it takes something that the suite makes and deletes${why.en}`,
        zh: `需要由套件创建并删除一个对象${why.zh}`,
      };
    }
    case 'large-id':
      return {
        en: `no id above 2^53 is there; set ${short(lack.setting)} to one`,
        zh: `没有大于 2^53 的 id；可将 ${short(lack.setting)} 设为这样的 id`,
      };
    case 'letters': {
      const setting = short(lack.setting);
      return {
        en: `${setting} has no letters that could be in other case`,
        zh: `${setting} 中没有可改变大小写的字母`,
      };
    }
    case 'two-kinds':
      return {
        en: 'it takes two models, and ids of which lookups show that they are of one model only',
        zh: '需要两个不同的模型，并且能确认 id 只属于其中一个模型',
      };
  }
}

function because(why: Problem | undefined, draw: (why: Problem) => Text): Text {
  if (why === undefined) return { en: '', zh: '' };
  const { en, zh } = draw(why);
  return { en: `: ${en}`, zh: `：${zh}` };
}
