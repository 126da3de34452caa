import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/document/blocks.js';
import type { Block } from '../../src/document/blocks.js';

/** Kind and words of each block, each word with its place. */
function outline(text: string): string[] {
  return readBlocks(text).map(({ kind, words }) =>
    [kind, ...words.map(({ line, column, quote }) => `${line}:${column} ${quote}`)].join(', '),
  );
}

/** The first block of a text, of one kind. */
function codeIn(text: string): Extract<Block, { kind: 'code' }> {
  const [block] = readBlocks(text);
  if (block?.kind !== 'code') throw new Error('no code');
  return block;
}

describe('blocks', () => {
  it('are headings, paragraphs, tables and code, in their order', () => {
    const text = '# 一\n二\n三\n\n| a |\n|-|\n| b |\n\n---\n```\nc\n```\n';
    expect(outline(text)).toEqual([
      'heading, 1:3 一',
      'paragraph, 2:1 二, 3:1 三',
      'table, 5:1 | a |, 6:1 |-|, 7:1 | b |',
      'code, 10:1 ```, 11:1 c, 12:1 ```',
    ]);
    expect(readBlocks('### 一')[0]).toHaveProperty('depth', 3);
  });

  it.each(['\n', '\r\n', '\r'])('have their places with lines that end with %j', (end) => {
    expect(outline(['  一  ', '', '## 二'].join(end))).toEqual([
      'paragraph, 1:3 一',
      'heading, 3:4 二',
    ]);
  });

  it('leave the marks of a heading out', () => {
    expect(outline('#')).toEqual(['heading']);
    expect(outline('  ##   一 二   ##  ')).toEqual(['heading, 1:8 一 二']);
    expect(outline('  一  \n 二 *三* \n===')).toEqual(['heading, 1:3 一, 2:2 二 *三*']);
    expect(outline('  一 &amp; 二  \n三\n  四五  \n---')).toEqual([
      'heading, 1:3 一 &amp; 二, 2:1 三, 3:3 四五',
    ]);
  });

  it('know every kind of white space, as it stands in Chinese texts', () => {
    expect(outline('##  　请求 参数　')).toEqual(['heading, 1:6 请求 参数']);
    expect(outline('## \u00a0')).toEqual(['heading']);
    expect(outline('　一　\n\u00a0二')).toEqual(['paragraph, 1:2 一, 2:2 二']);
    const [table] = readBlocks('| 字段　|\u00a0类型 |\n|-|-|');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.header.cells).toEqual([
      { line: 1, column: 3, quote: '字段' },
      { line: 1, column: 8, quote: '类型' },
    ]);
  });

  it.each([
    ['a quote', '> 一\n\n> # 二', ['paragraph, 1:1 > 一', 'paragraph, 3:1 > # 二']],
    ['a list', '- 一\n\n  # 二', ['paragraph, 1:1 - 一', 'heading, 3:5 二']],
    ['a numbered list', '1. 一\n\n   # 二', ['paragraph, 1:1 1. 一', 'heading, 3:6 二']],
    ['indented code', '一\n\n    二', ['paragraph, 1:1 一', 'paragraph, 3:5 二']],
    ['HTML', '<!--\n# 一\n-->', ['paragraph, 1:1 <!--', 'heading, 2:3 一', 'paragraph, 3:1 -->']],
    ['a definition', '[一]: /二\n三', ['paragraph, 1:1 [一]: /二, 2:1 三']],
  ])('are no more than that: %s is text', (_what, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('a table', () => {
  const text = '一\n\n |  字段  | 类型|\n |-|-|\n | a `b` |  |\n| *c* | d \\| e |\n';

  it('has the words of each cell, at their place', () => {
    const table = readBlocks(text)[1];
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.header).toEqual({
      line: 3,
      column: 2,
      quote: '|  字段  | 类型|',
      cells: [
        { line: 3, column: 5, quote: '字段' },
        { line: 3, column: 11, quote: '类型' },
      ],
    });
    expect(table.rows).toEqual([
      {
        line: 5,
        column: 2,
        quote: '| a `b` |  |',
        cells: [
          { line: 5, column: 4, quote: 'a `b`' },
          { line: 5, column: 10, quote: '' },
        ],
      },
      {
        line: 6,
        column: 1,
        quote: '| *c* | d \\| e |',
        cells: [
          { line: 6, column: 3, quote: '*c*' },
          { line: 6, column: 9, quote: 'd \\| e' },
        ],
      },
    ]);
  });
});

describe('a code block', () => {
  it('knows its fence and the place of each character', () => {
    const code = codeIn('  ``` json\n  {\n    "a": 1\n }\n  ```');
    expect(code.fence).toEqual({ line: 1, column: 3, quote: '``` json' });
    expect(code.text).toBe('{\n  "a": 1\n}');
    expect(code.place(0, 0)).toEqual({ line: 2, column: 3 });
    expect(code.place(1, 2)).toEqual({ line: 3, column: 5 });
    expect(code.place(2, 0)).toEqual({ line: 4, column: 2 });
  });

  it('has no words where a line is empty', () => {
    expect(outline('```\n\n  \nc\n```')).toEqual(['code, 1:1 ```, 4:1 c, 5:1 ```']);
  });

  it('may end before it begins', () => {
    const code = codeIn('```json');
    expect([code.text, code.fence.quote, code.place(0, 0)]).toEqual([
      '',
      '```json',
      { line: 2, column: 1 },
    ]);
  });
});
