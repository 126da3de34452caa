import type { Text } from '../../text.js';
import { cut } from '../visible.js';

/** What looked-up properties are called; others by their own names. */
const NAMES: ReadonlyMap<string, Text> = new Map([
  ['fixture', { en: 'Fixture', zh: '测试数据' }],
  ['association', { en: 'Model association', zh: '模型关联关系' }],
  ['models', { en: 'Models', zh: '模型' }],
  ['mapping', { en: 'Mapping', zh: '映射关系' }],
]);

/** Values in words, each behind the name of its property. */
const VALUES: ReadonlyMap<string, Text> = new Map([
  ['fixture given', { en: 'as it is set', zh: '按设置' }],
  [
    'fixture completed',
    { en: 'one instance as set, the other made', zh: '一个实例按设置，另一个由套件创建' },
  ],
  ['fixture made', { en: 'instances made by the suite', zh: '实例由套件创建' }],
  ['fixture proposed', { en: 'chosen and made by the suite', zh: '由套件选择并创建' }],
  ['mapping 1:1', { en: 'one to one', zh: '一对一' }],
  ['mapping 1:n', { en: 'one to many', zh: '一对多' }],
  ['mapping n:n', { en: 'many to many', zh: '多对多' }],
]);

/** What a property of the ground is called. */
export function groundName(name: string): Text {
  const shown = cut(name, 40);
  return NAMES.get(name) ?? { en: shown, zh: shown };
}

/** A value of it in words; undefined where it speaks for itself. */
export function groundValue(name: string, value: string): Text | undefined {
  return VALUES.get(`${name} ${value}`);
}
