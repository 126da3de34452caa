import type { Text } from '../text.js';
import { ORIGINS } from './origin.js';
import type { Origin } from './origin.js';

/** What is seldom meant in a value, and easily left there by a shell, a file or an editor. */
const DOUBTS: readonly (readonly [pattern: RegExp, what: Text])[] = [
  [/[\r\n]/, { en: 'has a line break in it', zh: '含有换行符' }],
  [
    /^[\s\u200B\u2060\uFEFF]|[\s\u200B\u2060\uFEFF]$/,
    { en: 'begins or ends with white space', zh: '首尾有空白字符' },
  ],
  [/^['"`‘’“”]|['"`‘’“”]$/, { en: 'begins or ends with a quote', zh: '首尾有引号' }],
];

/**
 * Tells which values may not be what was meant. They are used as they are: a secret may hold
 * anything.
 *
 * @param values - what is set, by the name of its variable
 * @returns one sentence for each such value, which names its variable and shows nothing of it
 */
export function doubtfulValues(
  values: ReadonlyMap<string, { readonly value: string; readonly from: Origin }>,
): readonly Text[] {
  return [...values].flatMap(([name, { value, from }]) => {
    const doubts = DOUBTS.flatMap(([pattern, what]) => (pattern.test(value) ? [what] : []));
    if (doubts.length === 0) return [];
    const { en, zh } = ORIGINS[from];
    return [
      {
        en: `${name}${en} ${doubts.map((what) => what.en).join(', and ')}; it is used as it is.`,
        zh: `${name}${zh} ${doubts.map((what) => what.zh).join('，且')}；按原样使用。`,
      },
    ];
  });
}
