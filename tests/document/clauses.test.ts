import { describe, expect, it } from 'vitest';
import { readClauses } from '../../src/document/clauses.js';
import type { Notes } from '../../src/document/finding.js';
import { LABEL } from '../../src/document/reasons.js';
import type { Where } from '../../src/document/phrases.js';

function read(quote: string, where: Where = 'request') {
  const notes: Notes = { findings: [], unaccounted: [] };
  const clauses = readClauses({ line: 7, column: 3, quote }, where, notes);
  return { clauses, unaccounted: notes.unaccounted };
}

/** The clauses that nothing explains, with their columns. */
function strange(quote: string): string[] {
  return read(quote).unaccounted.map((clause) => `${clause.column} ${clause.quote}`);
}

describe('a sentence', () => {
  it.each([
    ['甲，乙。丙；丁;戊', ['3 甲', '5 乙', '7 丙', '9 丁', '11 戊']],
    ['甲，，乙。', ['3 甲', '6 乙']],
    ['1.5 或 v2.', ['3 1.5 或 v2']],
    ['甲.乙', ['3 甲', '5 乙']],
    ['甲. 乙', ['3 甲', '6 乙']],
    ['甲,乙, 丙', ['3 甲', '5 乙', '8 丙']],
    ['1,000 或 0.5 或 a.b 或 /c.d', ['3 1,000 或 0.5 或 a.b 或 /c.d']],
    ['1,a,2', ['3 1', '5 a', '7 2']],
    ['甲｡乙', ['3 甲', '5 乙']],
    ['甲<br>乙<BR />丙', ['3 甲', '8 乙', '15 丙']],
    ['甲(乙<br>丙,丁.)', ['3 甲(乙<br>丙,丁.)']],
    ['甲（乙，丙）丁，戊', ['3 甲（乙，丙）丁', '11 戊']],
    ['甲((乙，丙)，丁)，戊', ['3 甲((乙，丙)，丁)', '14 戊']],
    ['甲），乙', ['3 甲）', '6 乙']],
    ['甲)，乙(，丙', ['3 甲)', '6 乙(，丙']],
    ['', []],
  ])('%j is split into its clauses', (quote, expected) => {
    expect(strange(quote)).toEqual(expected);
  });

  it('is explained where its clauses are known, word for word', () => {
    const { clauses, unaccounted } = read('源模型实例id，标签信息，新词');
    expect(clauses).toStrictEqual([
      { line: 7, column: 3, quote: '源模型实例id', rule: 'source-instance', names: [] },
      {
        line: 7,
        column: 11,
        quote: '标签信息',
        aside: LABEL,
        names: [],
      },
    ]);
    expect(unaccounted).toEqual([{ line: 7, column: 16, quote: '新词' }]);
  });

  it.each([
    ['新源模型实例id', 'request'],
    ['源模型实例id等', 'request'],
    ['源模型实例id', 'common'],
    ['请求失败', 'response'],
    ['如true:请求成功', 'response'],
    ['true:请求成功了', 'response'],
    ['true-请求成功', 'response'],
    ['如false:请求失败', 'response'],
    ['false:请求失败了', 'response'],
    ['如a-bk_token与bk_username必须一个有效', 'common'],
    ['bk_token与bk_username必须一个有效了', 'common'],
  ] as const)('%s is not taken for another one (%s)', (quote, where) => {
    expect(read(quote, where).clauses).toEqual([]);
  });

  it.each([
    ['true: 请求成功', 'response', 'result-true'],
    ['true ： 请求成功', 'response', 'result-true'],
    ['ｔｒｕｅ:请求成功', 'response', 'result-true'],
    ['true 请求成功', 'response', 'result-true'],
    ['0 表示 success', 'response', 'code-zero'],
    ['> 0 表示失败错误', 'response', 'code-positive'],
    ['＞0表示失败错误', 'response', 'code-positive'],
    ['新增的实例关联关系身份 id', 'response', 'created-id'],
    ['源模型实例\u00a0id', 'request', 'source-instance'],
    ['源模型实例\u3000id', 'request', 'source-instance'],
    ['源模型\u200b实例id', 'request', 'source-instance'],
    ['安全密钥（应用TOKEN）', 'common', 'secret-verified'],
    ['bk_token 与 bk_username 必须一个有效', 'common', 'one-identity'],
  ] as const)('%j is a rule in any spelling', (quote, where, rule) => {
    const { clauses, unaccounted } = read(quote, where);
    expect(unaccounted).toEqual([]);
    expect(clauses.map((clause) => [clause.rule, clause.quote])).toEqual([[rule, quote]]);
  });

  it.each([
    ['metadata', 'request'],
    ['源模型实例i d', 'request'],
    ['0表示suc cess', 'response'],
  ] as const)('%s has a space between Latin words that counts', (quote, where) => {
    expect(read(quote, where).clauses).toEqual([]);
  });

  it.each(['true:请求成功', 'true：请求成功', 'true请求成功'])('%s is one rule', (quote) => {
    expect(read(quote, 'response').clauses.map(({ rule }) => rule)).toEqual(['result-true']);
  });

  it.each(['false:请求失败', 'false：请求失败', 'false请求失败'])('%s is one rule', (quote) => {
    expect(read(quote, 'response').clauses.map(({ rule }) => rule)).toEqual(['result-false']);
  });

  it('names members', () => {
    for (const words of [
      'bk_token与bk_username必须一个有效',
      'bk_token 与 bk_username 必须一个有效',
    ]) {
      const [clause] = read(words, 'common').clauses;
      expect(clause?.names).toEqual(['bk_token', 'bk_username']);
    }
  });
});
