import { describe, expect, it } from 'vitest';
import type { Notes } from '../../src/document/finding.js';
import { readSample, type SampleNode } from '../../src/document/json-sample.js';

function read(text: string): { value: SampleNode | undefined; found: string[] } {
  const notes: Notes = { findings: [], unaccounted: [] };
  const place = (line: number, character: number): { line: number; column: number } => ({
    line: line + 1,
    column: character + 1,
  });
  const value = readSample(text, place, notes);
  return { value, found: notes.findings.map((f) => `${f.line}:${f.column} ${f.kind}`) };
}

describe('readSample', () => {
  it.each([
    ['9007199254740993', 9007199254740993n],
    ['-9223372036854775808', -9223372036854775808n],
    ['123456789012345678901234567890', 123456789012345678901234567890n],
  ])('keeps %s exactly', (token, value) => {
    expect(read(token).value).toEqual({ kind: 'integer', value, line: 1, column: 1 });
  });

  it.each(['1.0', '1e3', '-0.5', '9'.repeat(500)])('keeps %s as a token', (token) => {
    expect(read(token).value).toEqual({ kind: 'number', value: token, line: 1, column: 1 });
  });

  it.each([
    ['{"a": 1,}', ['1:8 trailing-comma']],
    ['[1,\n 2,\n]', ['2:3 trailing-comma']],
    ['{"a": [1,], "b": 2,}', ['1:9 trailing-comma', '1:19 trailing-comma']],
    ['{"a": 1, "a": 2}', ['1:10 duplicate-member']],
    ['{"a": {}, "b": []}', []],
    ['[{}, 1]', []],
  ])('goes on after what is wrong in %j', (text, expected) => {
    const { value, found } = read(text);
    expect(found).toEqual(expected);
    expect(value).toBeDefined();
  });

  it.each(['1'.repeat(400), `-${'1'.repeat(399)}`])('keeps an integer of %#', (token) => {
    expect(read(token).value).toMatchObject({ kind: 'integer', value: BigInt(token) });
  });

  it('keeps an integer of more than 400 characters as a token', () => {
    expect(read('1'.repeat(401)).value).toMatchObject({ kind: 'number', value: '1'.repeat(401) });
  });

  it('reads so many brackets, and no more', () => {
    const inner = (brackets: number): string => `[${'{},'.repeat(brackets - 1)}"]"]`;
    expect(read(inner(500)).found).toEqual([]);
    expect(read(inner(500)).value?.kind).toBe('array');
    expect(read(inner(501))).toEqual({ value: undefined, found: ['1:1 too-long'] });
  });

  it('names one fault of what is no JSON, in both languages', () => {
    const notes: Notes = { findings: [], unaccounted: [] };
    readSample('{"a": 1 1 1}', () => ({ line: 1, column: 1 }), notes);
    readSample('{"a": 1, "a": 2}', () => ({ line: 1, column: 1 }), notes);
    readSample('['.repeat(501), () => ({ line: 1, column: 1 }), notes);
    readSample('[1,]', () => ({ line: 1, column: 1 }), notes);
    expect(notes.findings.map(({ text }) => text.en)).toEqual([
      'The sample is not JSON (CommaExpected).',
      'The sample holds "a" twice in one object.',
      'The sample has too many brackets.',
      'The sample is not JSON: a comma stands before the closing bracket.',
    ]);
    for (const { text } of notes.findings) expect(text.zh).toMatch(/\p{Script=Han}/u);
  });

  it.each(['', '{', '{"a" 1}', '[1 2]', '{} {}', '// x\n{}', '"a', 'NaN', "{'a': 1}"])(
    'gives no value for %j',
    (text) => {
      const { value, found } = read(text);
      expect(value).toBeUndefined();
      expect(found[0]).toMatch(/broken-sample$/u);
    },
  );
});
