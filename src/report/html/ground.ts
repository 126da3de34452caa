import type { EndpointRun } from '../../record/record.js';
import type { Text } from '../../text.js';
import { cut } from '../visible.js';
import { both, type Markup, markup } from './markup.js';

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

/** This much was looked up at most that is shown. */
const MAX_SHOWN = 8;

/** What was looked up about the ground of an endpoint's requests, in words where there are some. */
export function groundOf({ ground }: EndpointRun): [name: Text, value: Markup][] {
  return Object.entries(ground)
    .slice(0, MAX_SHOWN)
    .map(([name, value]) => {
      const shown = cut(name, 40);
      const words = VALUES.get(`${name} ${value}`);
      return [
        NAMES.get(name) ?? { en: shown, zh: shown },
        words === undefined
          ? markup`${cut(value, 60)}`
          : markup`${both(words)} <span class="soft">${value}</span>`,
      ];
    });
}
