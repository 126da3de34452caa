import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conventionRequirements } from '../../src/contract/convention-requirements.js';
import { readConventions } from '../../src/document/conventions.js';
import { lineOf } from './documents.js';

const PATH = 'docs/conventions.md';
const TEXT = readFileSync(new URL(`../../${PATH}`, import.meta.url), 'utf8');

/** The same without the spaces that only align the columns. */
const CLOSE = TEXT.replace(/ {2,}/gu, ' ');

describe('conventions', () => {
  it('are these, all of them should', () => {
    const document = readConventions(TEXT, PATH);
    expect(document.findings).toEqual([]);
    expect(document.unaccounted).toEqual([]);
    const requirements = conventionRequirements(document);
    expect(requirements.map(({ id }) => id)).toEqual([
      'convention.json.no_bom',
      'convention.json.duplicate_same',
      'convention.json.integer_form',
      'convention.request_id.fresh',
      'convention.message.names_parameter',
      'convention.message.says_something',
      'convention.content_type',
      'convention.failure.no_id',
      'convention.secrets.not_repeated',
      'convention.protocol.failure_envelope',
      'transport.stable',
    ]);
    for (const { level, source } of requirements) {
      expect(level).toBe('should');
      expect(lineOf(TEXT, source.line)).toContain(source.quote);
    }
  });

  it.each([
    ['| should | 应答不以', '| must | 应答不以'],
    ['| transport.stable |', '| convention.content_type |'],
    ['| 调用方据此定位问题。 |', '| |'],
  ])('list a row that is not understood (%j → %j)', (from, to) => {
    expect(CLOSE).toContain(from);
    const { unaccounted, conventions } = readConventions(CLOSE.replace(from, to), PATH);
    expect(unaccounted).toHaveLength(1);
    expect(conventions).toHaveLength(10);
  });

  it.each([
    ['no table', '# 接口约定', 1],
    ['another table', '# 接口约定\n\n|编号|\n|-|\n|a|\n', 3],
  ])('are missed when there is %s', (_what, text, line) => {
    const wanted = '编号 | 级别 | 要求 | Requirement | 理由';
    expect(readConventions(text, PATH)).toEqual({
      path: PATH,
      conventions: [],
      findings: [
        {
          line,
          column: 1,
          kind: 'broken-table',
          text: { en: `There is no table ${wanted}.`, zh: `缺少表格 ${wanted}。` },
        },
      ],
      unaccounted: [],
    });
  });

  it('are one table: each line of another one is not understood', () => {
    const { unaccounted, conventions } = readConventions(`${TEXT}\n\n|编号|\n|-|\n`, PATH);
    expect(unaccounted.map(({ quote }) => quote)).toEqual(['|编号|', '|-|']);
    expect(conventions).toHaveLength(11);
  });

  it('are quoted where they are not understood', () => {
    const row = '| a.b | should | 一 | one | 因 | x |';
    const text = TEXT.replace(/^(\| transport\.stable .*)$/mu, `$1\n  ${row}`);
    const { unaccounted } = readConventions(text, PATH);
    expect(unaccounted).toEqual([{ line: 21, column: 3, quote: row }]);
  });

  it('name the document that the shared parts go by', () => {
    const { sharedBy } = readConventions(TEXT, PATH);
    expect(sharedBy).toEqual({ line: 27, column: 1, quote: 'add_instance_association.md' });
    expect(readConventions(TEXT.replace('## 公共部分', '## 其他'), PATH)).not.toHaveProperty(
      'sharedBy',
    );
    expect(readConventions(`${TEXT}\n## 其他\n\nb.md\n`, PATH).sharedBy).toEqual(sharedBy);
    const alone = '## 公共部分\n\na.md\n';
    expect(readConventions(alone, PATH)).toMatchObject({
      sharedBy: { line: 3, quote: 'a.md' },
      conventions: [],
    });
  });

  it.each([
    ['none', 'add_instance_association', ['公共部分']],
    ['another folder', 'api/add_instance_association.md', ['公共部分']],
    ['two', 'a.md\nb.md', ['公共部分', 'b.md']],
  ])('say so where they name %s of the documents', (_what, names, unexplained) => {
    const text = TEXT.replace('add_instance_association.md', names);
    const document = readConventions(text, PATH);
    expect(document).not.toHaveProperty('sharedBy');
    expect(document.unaccounted.map(({ quote }) => quote)).toEqual(unexplained);
    expect(document.findings).toEqual([
      {
        line: 22,
        column: 4,
        kind: 'missing',
        text: {
          en: 'Under "公共部分" no single line is the file name of a document.',
          zh: '“公共部分”下没有唯一的一行文档文件名。',
        },
      },
    ]);
  });

  it('are not read beyond the longest document', () => {
    const { conventions } = readConventions(`${'\n'.repeat(100_000)}${TEXT}`, PATH);
    expect(conventions).toEqual([]);
  });
});
