import type { Text } from '../../text.js';

/** How a value that nobody can have meant is wrong, as the sentence "BK_APP_SECRET …" goes on. */
export const WRONG_VALUES = {
  unexpanded: {
    en: 'is the name of a variable that was not replaced by its value',
    zh: '是未被替换为实际值的变量名',
  },
  placeholder: {
    en: 'is a word that stands for a missing value',
    zh: '是表示“没有值”的占位词',
  },
  ordinary: {
    en: 'is a word that every report contains, so it could not be hidden there',
    zh: '是所有报告中都会出现的词，无法在报告中隐去',
  },
} as const satisfies Readonly<Record<string, Text>>;
