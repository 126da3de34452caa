import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentMember } from '../../src/document/api-document.js';
import { readDocument } from '../../src/document/read-document.js';
import { spelling } from '../../src/document/spelling.js';
import { DOCUMENTS, lineOf } from './documents.js';

describe('the spelling of words', () => {
  it.each([
    ['应用 ID', '应用ID'],
    ['安全密钥（应用 TOKEN）', '安全密钥(应用TOKEN)'],
    ['meta  data', 'meta data'],
    ['object 或 null', 'object或null'],
    [' a -> b ', 'a->b'],
    ['甲 → 乙', '甲->乙'],
    ['甲。', '甲.'],
    ['甲 ， 乙', '甲,乙'],
    ['\uFEFFid\u200b', 'id'],
    ['', ''],
  ])('%j is compared as %j', (words, spelled) => {
    expect(spelling(words)).toBe(spelled);
  });

  it('is its own spelling', () => {
    const words = fc.string({
      unit: fc.constantFrom('甲', 'a', ' ', '，', '。', '(', '（', '\t', '_'),
    });
    fc.assert(
      fc.property(words, (text) => {
        expect(spelling(spelling(text))).toBe(spelling(text));
      }),
      { seed: 7 },
    );
  });
});

/** As publishing tools write: a space between Chinese and other words, in every table. */
function spaced(text: string): string {
  return text.replace(/^\|.*$/gmu, (row) =>
    row
      .replace(/(\p{Script=Han})([A-Za-z0-9>])/gu, '$1 $2')
      .replace(/([A-Za-z0-9])(\p{Script=Han})/gu, '$1 $2'),
  );
}

/** As a Chinese keyboard writes. */
function wide(text: string): string {
  return text.replace(/^\|.*$/gmu, (row) =>
    row.replaceAll('(', '（').replaceAll(')', '）').replaceAll(':', '：').replaceAll('>', '＞'),
  );
}

/** As an English keyboard writes. */
function narrow(text: string): string {
  return text
    .replaceAll('，', ', ')
    .replaceAll('。', '. ')
    .replaceAll('；', '; ')
    .replaceAll('：', ': ');
}

function told(rows: readonly DocumentMember[]): unknown[] {
  return rows.map(({ name, type, required, clauses, members }) => [
    ...[name, type, required, told(members)],
    clauses.map(({ rule, aside, names }) => ({ rule, aside, names })),
  ]);
}

describe.each([...DOCUMENTS])('%s', (path, text) => {
  const before = readDocument(text, path);

  it.each([
    ['spaces between scripts', spaced],
    ['full-width punctuation', wide],
    ['half-width punctuation', narrow],
  ])('says the same with %s, quoted as it is', (_what, write) => {
    const written = write(text);
    expect(written).not.toBe(text);
    const document = readDocument(written, path);
    expect(document.unaccounted).toEqual([]);
    for (const table of ['common', 'request', 'response'] as const) {
      expect(told(document[table])).toEqual(told(before[table]));
      for (const { description, row, clauses } of document[table]) {
        for (const { line, column, quote } of [description, row, ...clauses]) {
          expect(
            lineOf(written, line)
              .slice(column - 1)
              .startsWith(quote),
          ).toBe(true);
        }
      }
    }
    expect(document.descriptionClauses.map(({ rule }) => rule)).toEqual(
      before.descriptionClauses.map(({ rule }) => rule),
    );
  });
});
