import type { EndpointRun } from '../../record/record.js';
import type { Text } from '../../text.js';
import { cut } from '../visible.js';
import { both, type Markup, markup } from './markup.js';

/** What looked-up properties are called; others by their own names. */
const NAMES: ReadonlyMap<string, Text> = new Map([
  ['mapping', { en: 'Model association', zh: '模型关联' }],
]);

const VALUES: ReadonlyMap<string, Text> = new Map([
  ['1:1', { en: 'one to one', zh: '一对一' }],
  ['1:n', { en: 'one to many', zh: '一对多' }],
  ['n:n', { en: 'many to many', zh: '多对多' }],
]);

/** This much was looked up at most that is shown. */
const MAX_SHOWN = 8;

/** What was looked up about the ground of an endpoint's requests, in words where there are some. */
export function groundOf({ ground }: EndpointRun): [name: Text, value: Markup][] {
  return Object.entries(ground)
    .slice(0, MAX_SHOWN)
    .map(([name, value]) => {
      const shown = cut(name, 40);
      const words = VALUES.get(value);
      return [
        NAMES.get(name) ?? { en: shown, zh: shown },
        words === undefined
          ? markup`${cut(value, 60)}`
          : markup`${both(words)} <span class="soft">${value}</span>`,
      ];
    });
}
