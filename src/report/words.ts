import type { Level } from '../contract/requirement.js';
import type { Text } from '../contract/text.js';
import type { Category, Outcome, Purpose } from '../suite/record.js';

/** The outcome of a run as a headline. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  conformant: { en: 'Conformant', zh: '符合文档' },
  nonconformant: { en: 'Nonconformant', zh: '不符合文档' },
  incomplete: { en: 'Incomplete', zh: '结论不完整' },
};

/** How binding a requirement is. */
export const LEVEL_WORDS: Readonly<Record<Level, Text>> = {
  must: { en: 'must', zh: '必须' },
  should: { en: 'should', zh: '应当' },
  support: { en: 'support', zh: '支撑' },
};

/** The categories of cases. */
export const CATEGORY_WORDS: Readonly<Record<Category, Text>> = {
  success: { en: 'success', zh: '正常创建' },
  'missing-field': { en: 'missing field', zh: '缺少字段' },
  'wrong-type': { en: 'wrong type', zh: '类型错误' },
  'bad-auth': { en: 'bad credentials', zh: '凭证错误' },
  envelope: { en: 'envelope', zh: '返回结构' },
  semantics: { en: 'semantics', zh: '业务语义' },
  protocol: { en: 'protocol', zh: '协议' },
};

/** Why an exchange was made. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, Text>> = {
  request: { en: 'request', zh: '被测请求' },
  twin: { en: 'twin', zh: '对照请求' },
  lookup: { en: 'lookup', zh: '查证' },
  setup: { en: 'setup', zh: '准备' },
  cleanup: { en: 'cleanup', zh: '清理' },
};
