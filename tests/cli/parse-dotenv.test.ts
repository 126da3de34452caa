import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDotenv } from '../../src/cli/parse-dotenv.js';

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
    ['{"CMDB_BASE_URL": "http://x"}', { line: 1, kind: 'no statement' }],
  ])('refuses %j', (text, problem) => {
    expect(parseDotenv(text)).toEqual({ problem });
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
