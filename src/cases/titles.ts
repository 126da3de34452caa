import type { Text } from '../text.js';
import type { Fault } from './faults.js';

const CHINESE: Readonly<Record<Fault, string>> = {
  absent: '缺失',
  null: '为 null',
  empty: '为空',
  'as text': '写成字符串',
  'as number': '写成数字',
  'as boolean': '写成布尔值',
  'in an array': '包在数组里',
  'in an object': '包在对象里',
  'a fraction': '为小数',
  'a fraction just below': '为略小的小数',
  'the same in 32 bits': '仅低 32 位正确',
  'that never existed': '从未存在',
  'with the other sign': '正负号相反',
  'that never existed, above 2^53': '从未存在（大于 2^53）',
  'with more behind it': '后面多一段',
  'cut in half': '只有前一半',
  'just above int64': '刚超过 int64 上限',
  'just below int64': '刚低于 int64 下限',
  'wrapped around int64': '超出 int64（溢出后恰为正确值）',
  'far above int64': '远超 int64',
  'text that is no number': '为非数字字符串',
  'with fraction zero': '写成 .0 形式',
  'with exponent': '写成指数形式',
  wrong: '错误',
  'of no login': '不属于任何登录',
  unknown: '未注册',
  'in other case': '大小写不同',
  'without its first character': '少第一个字符',
  'with another middle character': '中间字符不同',
  'without its last character': '少最后一个字符',
  'with one more character': '多一个字符',
  'with another first character': '首字符不同',
  'with another last character': '末字符不同',
  'with a leading space': '前面多一个空格',
  'with a trailing space': '后面多一个空格',
  'of another app': '为另一个应用的',
  'registered for another app': '为另一个已注册应用的',
  'of another user': '为另一个用户',
};

/**
 * A member with its fault, for the title of a case.
 *
 * @param at - the path of a member; `identity` for whichever identity a request carries, and a path
 *   that ends in `.*` for a further member of a map
 */
export function titleOf(at: string, fault: Fault): Text {
  const { en, zh } = nameOf(at);
  return { en: `${en} ${fault}`, zh: `${zh} ${CHINESE[fault]}` };
}

function nameOf(at: string): Text {
  if (at === 'identity') return { en: at, zh: '身份凭证' };
  if (!at.endsWith('.*')) return { en: at, zh: at };
  const map = at.split('.').at(-2) ?? at;
  return { en: `a further ${map}`, zh: `${map} 的其他成员` };
}
