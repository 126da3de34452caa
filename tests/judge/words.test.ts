import { describe, expect, it } from 'vitest';
import { saysSomething } from '../../src/judge/words.js';

describe('saysSomething', () => {
  it.each([
    'no such host',
    'parameter bk_inst_id is required',
    'abc',
    '参数',
    '  失败  ',
    'éàü',
    'an error',
    'error 5',
    'null value',
    'x'.repeat(20_000),
  ])('%s', (message) => {
    expect(saysSomething(message)).toBe(true);
  });

  it.each([
    '',
    '   ',
    '1306000',
    '!!!',
    'ab',
    '错',
    'a b c',
    'null',
    'NULL',
    ' Null ',
    'undefined',
    'None',
    'nil',
    'NaN',
    'true',
    'false',
    'Error',
    '[object Object]',
    '{}',
    '[]',
    '\t\n',
    '.'.repeat(10_000) + 'words',
  ])('%j does not', (message) => {
    expect(saysSomething(message)).toBe(false);
  });
});
