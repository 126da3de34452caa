import { describe, expect, it } from 'vitest';
import { drawRows, widthOf } from '../../src/cli/draw-rows.js';

const HEAD = { cells: ['id'], told: ['text'] };

describe('drawRows', () => {
  it('puts what is told beside the cells, and breaks it there', () => {
    const rows = [{ cells: ['one'], told: [`${'word '.repeat(12)}end`, 'more'] }];
    expect(drawRows(HEAD, rows, 50)).toBe(
      [
        '  id   text',
        '  one  word word word word word word word word',
        '       word word word word end',
        '       more',
      ].join('\n'),
    );
  });

  it('puts it below where there is little room', () => {
    const id = 'a-very-long-id-of-thirty-chars';
    expect(drawRows(HEAD, [{ cells: [id], told: ['told'] }], 60)).toBe(
      ['  id', '      text', `  ${id}`, '      told'].join('\n'),
    );
  });

  it('draws nothing where there are no rows', () => {
    expect(drawRows(HEAD, [], 80)).toBe('');
  });

  it('is for the terminal, or for a log', () => {
    expect(widthOf({ isTTY: true, columns: 200 })).toBe(200);
    expect(widthOf({ columns: 200 })).toBe(120);
  });
});
