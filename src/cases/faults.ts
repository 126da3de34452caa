import type { Text } from '../text.js';
import { isNearMiss, NEAR_MISSES } from './near-misses.js';
import type { NearMissName } from './near-misses.js';
import { ExactNumber } from '../json/json-value.js';
import { writeJson } from '../json/write-json.js';
import type { Change, MemberPath, Valid } from './case.js';

/** Far above any counter, far from the edge of int64. */
export const NEVER_GIVEN = 4_000_000_000_000_019n;

/** No secret of anybody. */
const WRONG_VALUE = 'cmdb-conformance-wrong-value';

/** A token that no login ever gave. */
export const WRONG_TOKEN = 'cmdb-conformance-wrong-token';

/** Wrong values that the suite puts in the place of a secret: made up, so no secrets themselves. */
export const MADE_UP: readonly string[] = [WRONG_VALUE, WRONG_TOKEN];

/**
 * The faults by name. A wrong value carries the right one wherever it can, so that a server that
 * coerces it succeeds and is seen.
 */
const FAULTS = {
  absent: 'absent',
  null: () => null,
  empty: ({ value }) => (typeof value === 'string' ? '' : {}),

  'as text': ({ value }) => (typeof value === 'bigint' ? value.toString() : writeJson(value)),
  'as number': ({ value }) =>
    typeof value === 'string' && /^(0|[1-9][0-9]{0,17})$/.test(value) ? BigInt(value) : 1n,
  'as boolean': () => true,
  'in an array': ({ value }) => [value],
  'in an object': ({ value }) => ({ value }),
  'a fraction': ({ value }) => new ExactNumber(`${writeJson(value)}.5`),
  'just above int64': () => 9223372036854775808n,
  'just below int64': () => -9223372036854775809n,
  // In 64 bits that wrap around, this is the right value again.
  'wrapped around int64': ({ value }) =>
    typeof value === 'bigint' ? value + 18446744073709551616n : 1n,
  'far above int64': () => new ExactNumber('1e300'),
  'text that is no number': () => 'not-a-number',
  // Written as `11.0` and `1.1e1`: whole, but no integer tokens. Observed, not judged.
  'with fraction zero': ({ value }) => new ExactNumber(`${writeJson(value)}.0`),
  'with exponent': ({ value }) => new ExactNumber(`${writeJson(value)}e0`),

  wrong: () => WRONG_VALUE,
  unknown: () => 'cmdb-conformance-no-such-app',
  'a fraction just below': ({ value }) =>
    new ExactNumber(typeof value === 'bigint' ? `${value - 1n}.9` : '0.9'),
  // In 32 bits, this is the right value again.
  'the same in 32 bits': ({ value }) => {
    const id = typeof value === 'bigint' ? value : 0n;
    return id > 2n ** 62n ? id - 2n ** 32n : id + 2n ** 32n;
  },
  'that never existed': ({ value }) =>
    typeof value === 'bigint' ? NEVER_GIVEN : 'cmdb_conformance_never_existed',

  'in other case': nearMiss('in other case'),
  'without its first character': nearMiss('without its first character'),
  'with another middle character': nearMiss('with another middle character'),
  'without its last character': nearMiss('without its last character'),
  'with one more character': nearMiss('with one more character'),
  'with another first character': nearMiss('with another first character'),
  'with another last character': nearMiss('with another last character'),
  'with a leading space': nearMiss('with a leading space'),
  'with a trailing space': nearMiss('with a trailing space'),
  'of another app': ({ otherSecret }) => otherSecret ?? '',
  'registered for another app': ({ otherCode }) => otherCode ?? '',
  'of another user': () => 'cmdb-conformance-other-user',
} as const satisfies Record<string, Change['to']>;

/** Name of a fault. */
export type Fault = keyof typeof FAULTS;

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
  'just above int64': '刚超过 int64 上限',
  'just below int64': '刚低于 int64 下限',
  'wrapped around int64': '超出 int64（溢出后恰为正确值）',
  'far above int64': '远超 int64',
  'text that is no number': '为非数字字符串',
  'with fraction zero': '写成 .0 形式',
  'with exponent': '写成指数形式',
  wrong: '错误',
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

const NO_SUCH: readonly Fault[] = ['that never existed', 'the same in 32 bits'];

/** The change that puts a fault in the place of a member's valid value. */
export function change(at: MemberPath, fault: Fault): Change {
  return {
    at,
    fault,
    title: titleOf(at, fault),
    to: FAULTS[fault],
    ...(NO_SUCH.includes(fault) ? { noSuch: true as const } : {}),
    ...(isNearMiss(fault) && (at === 'bk_app_secret' || at === 'bk_token')
      ? { secret: true as const }
      : {}),
  };
}

/** A member with its fault, for the title of a case. */
export function titleOf(at: string, fault: Fault): Text {
  return { en: `${at} ${fault}`, zh: `${CHINESE_NAME[at] ?? at} ${CHINESE[fault]}` };
}

/** What stands for no member of the document by its own name. */
const CHINESE_NAME: Readonly<Record<string, string>> = {
  identity: '身份凭证',
  'a further label': '其他标签',
};

function nearMiss(name: NearMissName): (valid: Valid) => string {
  return ({ value }) => NEAR_MISSES[name].make(typeof value === 'string' ? value : '');
}
