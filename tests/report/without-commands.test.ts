import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCommands } from '../../src/report/without-commands.js';
import { commandsIn } from './github/runner.js';

/** What a target could put together. */
const PIECES = [
  '::set-output name=a::b',
  '::stop-commands::x',
  '::ERROR::x',
  '##[error]x',
  '##[add-mask]x',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[buildStatus status='SUCCESS']",
  '::set-gate-value name=a::b',
  '::',
  ':',
  '#',
  '[',
  ' ',
  '\t',
  '\u0085',
  '\u00a0',
  '\u3000',
  '\u2028',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '"',
  'x',
];

/** What BlueKing CI, Azure Pipelines or TeamCity would act on. */
function actsElsewhere(output: string): boolean {
  const lines = output.split(/\r\n|\r|\n/);
  return lines.some((line) => /^"?::[\w-]+\s|##(?:vso|teamcity)\[/.test(line));
}

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((all) => all.join(''));

describe('a text without workflow commands', () => {
  it.each([
    '::set-output name=a::b',
    '  \t::set-output name=a::b',
    '\u0085\u3000::warning::x',
    'x\n::error::x',
    'x\r::error::x',
    'words, then ##[error]x',
    '###[error]x',
  ])('has none where there was one: %j', (text) => {
    expect(commandsIn(text)).toHaveLength(1);
    expect(commandsIn(withoutCommands(text))).toEqual([]);
  });

  it.each([
    '::set-gate-value name=conformance_exit_code::0',
    'x\n"::set-variable name=a::b"',
    'words, then ##vso[task.setvariable variable=a]b',
    "##teamcity[buildStatus status='SUCCESS']",
  ])('has none of another CI system where there was one: %j', (text) => {
    expect(actsElsewhere(text)).toBe(true);
    expect(actsElsewhere(withoutCommands(text))).toBe(false);
  });

  it('has none, whatever a target puts together', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(commandsIn(withoutCommands(text))).toEqual([]);
        expect(actsElsewhere(withoutCommands(text))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same JSON, where it is JSON', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const value = { [one]: [other, { one, other }] };
        const drawn = withoutCommands(JSON.stringify(value, null, 2));
        expect(JSON.parse(drawn)).toEqual(value);
      }),
    );
  });

  it.each(['http://[::1]:8080/x', 'a::b', 'x ::error::x', '# [error]', '  # x\n  y'])(
    'leaves alone what is none: %j',
    (text) => {
      expect(withoutCommands(text)).toBe(text);
    },
  );

  it('takes a long text in its stride', () => {
    const long = `${' '.repeat(200)}\n`.repeat(5000);
    expect(withoutCommands(long)).toBe(long);
  });
});
