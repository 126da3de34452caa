import { expect, it } from 'vitest';
import { ExactNumber } from '../../src/json/json-value.js';
import { writeJson } from '../../src/json/write-json.js';

const value = {
  id: 9007199254740993n,
  same: new ExactNumber('11.0'),
  list: [null, true, false, [], {}],
  'a "key"': { 密: '钥\u2028\n"' },
};

it('writes exactly and without white space', () => {
  expect(writeJson(value)).toBe(
    '{"id":9007199254740993,"same":11.0,"list":[null,true,false,[],{}],' +
      '"a \\"key\\"":{"密":"钥\u2028\\n\\""}}',
  );
});

it('writes each kind of value by itself, with and without layout', () => {
  for (const indent of [0, 2]) {
    expect(writeJson([], indent)).toBe('[]');
    expect(writeJson({}, indent)).toBe('{}');
    expect(writeJson('x', indent)).toBe('"x"');
  }
  expect(writeJson([1n, [2n]], 0)).toBe('[1,[2]]');
  expect(writeJson({ a: { b: 1n } }, 0)).toBe('{"a":{"b":1}}');
});

it('lays out as JSON.stringify does', () => {
  const plain = { a: [1, { b: null }, [], {}], c: {}, d: 'x' };
  const exact = { a: [1n, { b: null }, [], {}], c: {}, d: 'x' };
  for (const indent of [1, 2, 4]) {
    expect(writeJson(exact, indent)).toBe(JSON.stringify(plain, null, indent));
  }
});
