import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read-document.js';
import { MAIN } from './documents.js';

/** What a sample contradicts in a table of these rows, in both languages. */
function contradictions(rows: readonly string[], sample: string, column = '类型'): string[] {
  const text = [
    '### 返回结果示例',
    '```json',
    sample,
    '```',
    '### 返回结果参数说明',
    `|字段|${column}|必选|`,
    '|-|-|-|',
    ...rows,
  ].join('\n');
  return readDocument(text, MAIN)
    .findings.filter(({ kind }) => kind === 'sample-contradicts-table')
    .map(({ line, column: at, text: { en, zh } }) => `${line}:${at} ${en} ${zh}`);
}

const ITEMS = ['|a|object array|Yes|', '', '#### a', '|字段|类型|必选|', '|-|-|-|', '|b|int|Yes|'];

describe('a sample', () => {
  it.each([
    ['is as the table says', ['|a|int|Yes|'], '{"a": 1}', []],
    ['may lack what is optional', ['|a|int|No|'], '{}', []],
    [
      'may be null where that is said',
      ['|a|object或null|Yes|', '|b|object或null|Yes|'],
      '{"a": null, "b": {}}',
      [],
    ],
    [
      'may be nothing else there',
      ['|a|object或null|Yes|'],
      '{"a": 1}',
      [
        '3:7 a is documented as object或null (line 8), but sampled as integer. a 的类型写为 object或null（第 8 行），示例中却是 integer。',
      ],
    ],
    [
      'lacks a member',
      ['|a|int|Yes|'],
      '{}',
      ['3:1 a is required (line 8), but not sampled. a 为必有字段（第 8 行），但示例中没有。'],
    ],
    [
      'has a member that is in no table',
      ['|a|int|No|'],
      '{"b": 1}',
      ['3:7 b is sampled, but in no table. b 出现在示例中，但表格没有说明。'],
    ],
    ['has a type that is not understood', ['|a|text|Yes|'], '{"a": 1}', []],
    ['is no object', ['|a|int|Yes|'], '[1]', []],
    ['has items as the table says', ITEMS, '{"a": [{"b": 1}, {"b": 2}]}', []],
    [
      'has items that lack a member',
      ITEMS,
      '{"a": [{"b": 1}, {}]}',
      ['3:18 b is required (line 13), but not sampled. b 为必有字段（第 13 行），但示例中没有。'],
    ],
    ['has items that are described nowhere', ['|a|object array|Yes|'], '{"a": [{"b": 1}]}', []],
    ['has members that are described nowhere', ['|a|object|Yes|'], '{"a": {"b": 1}}', []],
    ['has items that are no objects', ITEMS, '{"a": [1]}', []],
    [
      'has a map',
      ['|a|string map|Yes|', '', '#### a', '|字段|类型|必选|', '|-|-|-|', '|b|string|Yes|'],
      '{"a": {"b": "1", "c": 2}}',
      ['3:23 c is sampled as no string. c 在示例中不是字符串。'],
    ],
  ])('%s', (_what, rows, sample, expected) => {
    expect(contradictions(rows, sample)).toEqual(expected);
  });

  it('may lack what the table of a request says nothing of', () => {
    const text =
      '### 接口参数\n\n|字段|类型|\n|-|-|\n|a|int|\n\n### 请求参数示例\n\n```json\n{}\n```';
    const kinds = readDocument(text, MAIN).findings.map(({ kind }) => kind);
    expect(kinds).not.toContain('sample-contradicts-table');
  });

  it('may have any number of spaces in a type word', () => {
    expect(contradictions(['|a|string  \t map|Yes|'], '{"a": 1}')).toHaveLength(1);
  });
});
