import { describe, expect, it } from 'vitest';
import { markWords } from '../../../src/report/comparison/html/mark-words.js';

describe('what differs in two texts', () => {
  it.each([
    {
      before: 'a is required',
      after: 'a is missing',
      marked: ['a is |required|', 'a is |missing|'],
    },
    { before: 'no', after: 'no', marked: ['no||', 'no||'] },
    { before: 'a b', after: 'a x b', marked: ['a ||b', 'a |x |b'] },
    { before: 'a a', after: 'a a a', marked: ['a ||a', 'a |a |a'] },
    { before: '', after: 'new', marked: ['||', '|new|'] },
    { before: '缺少参数：甲', after: '缺少参数：乙', marked: ['缺少参数：|甲|', '缺少参数：|乙|'] },
  ])('$before, $after', ({ before, after, marked }) => {
    const found = markWords(before, after);
    const told = [found.before, found.after].map(({ start, changed, end }) =>
      [start, changed, end].join('|'),
    );
    expect(told).toEqual(marked);
  });

  it('are shown short: of what is before them the end, of what is behind them the beginning', () => {
    const around = 'w '.repeat(500);
    const { before } = markWords(`${around}x ${around}`, `${around}y ${around}`);
    expect(before.start).toMatch(/^…(w )+$/);
    expect(before.changed).toBe('x ');
    expect(before.start.length + before.end.length).toBeLessThan(170);
  });
});
