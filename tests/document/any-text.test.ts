import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConventions } from '../../src/document/conventions.js';
import { MAX_DOCUMENT_LENGTH } from '../../src/document/blocks.js';
import { readDocument } from '../../src/document/read-document.js';
import { lineOf, MAIN, MAIN_TEXT } from './documents.js';

/** Pieces that mean something to the reader, so that texts get beyond the first line. */
const piece = fc.oneof(
  fc.constantFrom(...MAIN_TEXT.split(/(?<=\n)/u)),
  fc.constantFrom(
    '| ',
    '|-',
    '|\n',
    '\n\n',
    '```\n',
    '``` json\n{',
    '[',
    '}',
    '#### data\n',
    '\t',
    '> ',
  ),
  fc.constantFrom(
    '- ',
    '<b>',
    '](',
    '**',
    '\\|',
    '&amp;',
    '\r',
    '\u0000',
    '\uFEFF',
    '\uD800',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyText = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('is read, and quoted where it is unaccounted for', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = readDocument(text, MAIN);
        const lines = text.split(/\r\n|\r|\n/u);
        for (const { line, quote } of document.unaccounted) {
          expect(lines[line - 1] ?? 'no such line').toContain(quote);
        }
        for (const { line, column } of document.findings) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual(lineOf(text, line).length + text.length + 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is read as conventions too', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readConventions(text, 'docs/conventions.md').conventions).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is read by JSON.parse as by the sample reader, where it is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = `### 返回结果示例\n\n\`\`\`json\n${JSON.stringify(value)}\n\`\`\`\n`;
        const { responseSample, findings } = readDocument(text, MAIN);
        expect(responseSample?.value).toBeDefined();
        expect(findings.filter(({ kind }) => kind === 'broken-sample')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  const nested = Array.from({ length: 1500 }, () => 'a params\n\n|字段|类型|\n|-|-|\n|a|object|\n');
  it.each([
    ['block quotes', '>'.repeat(90_000)],
    ['lists', '- '.repeat(40_000)],
    ['brackets', '['.repeat(90_000)],
    ['emphasis', '*a '.repeat(30_000)],
    ['back ticks', Array.from({ length: 400 }, (_, n) => '`'.repeat(n + 1)).join(' ')],
    ['columns', `${'|a'.repeat(10_000)}|\n${'|-'.repeat(10_000)}|\n`],
    ['nested JSON', `### 返回结果示例\n\n\`\`\`json\n${'['.repeat(90_000)}\n\`\`\`\n`],
    ['nested tables', `### 请求参数\n\n|字段|类型|\n|-|-|\n|a|object|\n${nested.join('\n')}`],
    ['a long integer', `### 返回结果示例\n\n\`\`\`json\n${'9'.repeat(90_000)}\n\`\`\`\n`],
    ['a long clause', MAIN_TEXT.replace('应用ID', '('.repeat(90_000))],
    ['too much', 'a\n'.repeat(MAX_DOCUMENT_LENGTH)],
  ])('that is hostile by %s is read within the time of a test', (_, text) => {
    const { findings, unaccounted } = readDocument(text, MAIN);
    expect(findings.length + unaccounted.length).toBeGreaterThan(0);
  });

  it('that is too long is not read at all', () => {
    const { findings, unaccounted } = readDocument(' '.repeat(MAX_DOCUMENT_LENGTH + 1), MAIN);
    expect(findings[0]?.kind).toBe('too-long');
    expect(unaccounted).toHaveLength(1);
  });
});
