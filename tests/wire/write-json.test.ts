import { expect, it } from 'vitest';
import { ExactNumber } from '../../src/wire/json-value.js';
import { writeJson } from '../../src/wire/write-json.js';

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

it('lays out as JSON.stringify does', () => {
  const plain = { a: [1, { b: null }, [], {}], c: {}, d: 'x' };
  const exact = { a: [1n, { b: null }, [], {}], c: {}, d: 'x' };
  for (const indent of [1, 2, 4]) {
    expect(writeJson(exact, indent)).toBe(JSON.stringify(plain, null, indent));
  }
});
