import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDotenv } from '../../../src/cli/settings/parse-dotenv.js';
import { EVERY_VARIABLE } from '../../../src/cli/settings/every-variable.js';

describe('parseDotenv', () => {
  it.each([
    ['plain', 'CMDB_BASE_URL=http://x\n', { CMDB_BASE_URL: 'http://x' }],
    ['export, spaces and a comment', ' export A = b # c\n#A=d\n', { A: 'b' }],
    ['colons', 'A: b', { A: 'b' }],
    ['quotes of three kinds', 'A="x # y"\nB=\'z\'\nC=`"`', { A: 'x # y', B: 'z', C: '"' }],
    ['several lines between quotes', 'A="-----BEGIN\nB C\n-----END"\nD=1', 'as dotenv'],
    ['escapes', 'A="x\\ny"', { A: 'x\ny' }],
    ['carriage returns', 'A=1\r\nB=2\rC=3', { A: '1', B: '2', C: '3' }],
    ['nothing', '\n\n  # comment', {}],
    ['values that are empty', 'A=\nB=""\nC=#c', { A: '', B: '', C: '' }],
    [
      'a # between quotes of ours',
      'BK_APP_SECRET=\'a#b\' # c\nBK_TOKEN="a #b"#c\nBK_USERNAME=`#`',
      { BK_APP_SECRET: 'a#b', BK_TOKEN: 'a #b', BK_USERNAME: '#' },
    ],
    ['a comment of ours behind nothing', 'BK_TOKEN= # c\nBK_USERNAME=\t#c', 'as dotenv'],
    [
      'comments of ours on lines of their own',
      'BK_TOKEN=\n# c\n\nBK_USERNAME=a\n\n  # d\nBK_APP_CODE=b\n#e',
      { BK_TOKEN: '', BK_USERNAME: 'a', BK_APP_CODE: 'b' },
    ],
    ['a # of others, as dotenv does', 'PORT=1#2\nKEY=a # b', { PORT: '1', KEY: 'a' }],
    ['the later one of two', 'A=1\nA=2', { A: '2' }],
  ])('reads %s', (_, text, variables) => {
    const expected = variables === 'as dotenv' ? parse(text) : variables;
    expect(parseDotenv(text)).toEqual({ variables: expected });
    expect(parse(text)).toEqual(expected);
  });

  it.each([
    ['CMDB_BASE_URL http://x\n', { line: 1, kind: 'no statement', name: 'CMDB_BASE_URL' }],
    ['# a\n\nexport BK_TOKEN\nA=1', { line: 3, kind: 'no statement', name: 'BK_TOKEN' }],
    ['A=1\n=b', { line: 2, kind: 'no statement' }],
    ['A="b\nc" d\n', { line: 1, kind: 'open quote' }],
    ['A=1\nBK_APP_SECRET="never closed\n', { line: 2, kind: 'open quote', name: 'BK_APP_SECRET' }],
    ['BK_APP_SECRET=Rk7#qPz', { line: 1, kind: 'cut', name: 'BK_APP_SECRET' }],
    ['A=1\nBK_APP_SECRET=Rk7 #qPz\n', { line: 2, kind: 'cut', name: 'BK_APP_SECRET' }],
    ['export BK_TOKEN = abc # a comment', { line: 1, kind: 'cut', name: 'BK_TOKEN' }],
    ['BK_TOKEN: abc#d', { line: 1, kind: 'cut', name: 'BK_TOKEN' }],
    ['BK_TOKEN=#abc', { line: 1, kind: 'cut', name: 'BK_TOKEN' }],
    ['BK_TOKEN=abc#', { line: 1, kind: 'cut', name: 'BK_TOKEN' }],
    ["BK_TOKEN='a'b#c", { line: 1, kind: 'cut', name: 'BK_TOKEN' }],
    ["BK_TOKEN=a'b#c'", { line: 1, kind: 'cut', name: 'BK_TOKEN' }],
    ['CMDB_INST_ID=11 # a switch\r\n', { line: 1, kind: 'cut', name: 'CMDB_INST_ID' }],
    ['{"CMDB_BASE_URL": "http://x"}', { line: 1, kind: 'no statement' }],
  ])('refuses %j', (text, problem) => {
    expect(parseDotenv(text)).toEqual({ problem });
  });

  it('reads .env.example, filled in', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const filled = example.replaceAll(/^(?:# )?([A-Z_]+)=.*$/gm, '$1=x');
    expect(parseDotenv(example)).toEqual({ variables: parse(example) });
    expect(parseDotenv(filled)).toEqual({
      variables: Object.fromEntries(EVERY_VARIABLE.map(({ name }) => [name, 'x'])),
    });
  });

  it('reads whatever it does not refuse as dotenv does', () => {
    const piece = fc.constantFrom(
      ...['A', 'B', 'export ', '=', ':', ' ', '\n', '\r\n', '#', '"', "'", '`', '\\', 'x', '\\n'],
    );
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    let read = 0;
    fc.assert(
      fc.property(text, (lines) => {
        const parsed = parseDotenv(lines);
        if (!('variables' in parsed)) return;
        read += 1;
        expect(parsed.variables).toEqual(parse(lines));
      }),
      { numRuns: 20_000, seed: 7 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it.each(['\n', ' ', '#', 'A=\n', 'A="\n', "A='\\'\n", 'export ', 'A\n'])(
    'takes no long time for a MiB of %j',
    (piece) => {
      const begun = performance.now();
      parseDotenv(piece.repeat(Math.floor((1024 * 1024) / piece.length)));
      expect(performance.now() - begun).toBeLessThan(10_000);
    },
  );
});
