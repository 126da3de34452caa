import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Text } from '../text.js';

/** What each rule of our schemas of files asks for; the English words are the validator's own. */
const IN_CHINESE: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> =
  {
    required: ({ missingProperty }) => `缺少字段 ${String(missingProperty)}`,
    additionalProperties: () => '不应有此字段',
    enum: () => '取值须为所列之一',
    const: () => '取值不正确',
    type: ({ type }) => `类型须为 ${String(type)}`,
    minLength: () => '不能为空',
    maxLength: ({ limit }) => `长度不能超过 ${String(limit)}`,
    minItems: () => '至少要有一项',
    maxItems: ({ limit }) => `不能超过 ${String(limit)} 项`,
    minProperties: () => '至少要有一个字段',
    minimum: ({ limit }) => `不能小于 ${String(limit)}`,
    maximum: ({ limit }) => `不能大于 ${String(limit)}`,
    pattern: () => '格式不正确',
    format: ({ format }) => `格式须为 ${String(format)}`,
    discriminator: ({ tag }) => `字段 ${String(tag)} 的取值不在所列之中`,
    if: () => '不符合此种情形的要求',
  };

/** What is wrong by a rule of a schema, without the place. */
export function schemaMistake({ keyword, params, message = 'is wrong' }: ErrorObject): Text {
  const zh = Object.hasOwn(IN_CHINESE, keyword) ? IN_CHINESE[keyword]?.(params) : undefined;
  return { en: message, zh: zh ?? message };
}
