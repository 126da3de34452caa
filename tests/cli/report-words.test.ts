import { describe, expect, it } from 'vitest';
import { isReportWord } from '../../src/cli/report-words.js';

describe('a word of the reports', () => {
  it.each(['conformant', 'CONFORMANT', 'inconclusive', 'created all the same', '无法判定'])(
    'is %j',
    (word) => {
      expect(isReportWord(word)).toBe(true);
    },
  );

  it.each(['kV3xPq9TzR7mLw2Y', 'correct horse battery staple', 'a7', '$conformant'])(
    'is not %j',
    (value) => {
      expect(isReportWord(value)).toBe(false);
    },
  );
});
