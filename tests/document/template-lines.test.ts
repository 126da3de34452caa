import { describe, expect, it } from 'vitest';
import type { DocumentMember } from '../../src/document/api-document.js';
import { readDocument } from '../../src/document/read-document.js';
import { MAIN, MAIN_TEXT } from './documents.js';

const whole = readDocument(MAIN_TEXT, MAIN);

/** The document with some lines more below a line of it. */
function withLines(below: string, lines: string) {
  expect(MAIN_TEXT).toContain(`${below}\n`);
  return readDocument(MAIN_TEXT.replace(`${below}\n`, `${below}\n${lines}\n`), MAIN);
}

function names(members: readonly DocumentMember[]): unknown[] {
  return members.map(({ name, type, members: inner }) => [name, type, names(inner)]);
}

/** Every table, the method and the samples are read as without the lines. */
function expectWhole(document: ReturnType<typeof readDocument>): void {
  expect(names(document.common)).toEqual(names(whole.common));
  expect(names(document.request)).toEqual(names(whole.request));
  expect(names(document.response)).toEqual(names(whole.response));
  expect(document.method?.quote).toBe('POST');
  expect(document.address?.quote).toBe(whole.address?.quote);
  expect(document.requestSample?.value?.kind).toBe('object');
  expect(document.responseSample?.value?.kind).toBe('object');
}

const PLACES = [
  '### 请求方法',
  'POST',
  '### 请求地址',
  '### 通用参数',
  '### 功能描述',
  '### 请求参数',
  '#### 接口参数',
  'metadata params',
  'label params',
  '### 请求参数示例',
  '### 返回结果示例',
  '### 返回结果参数说明',
  '#### response',
  '#### data',
];

const TEMPLATES = [
  '{{ common_args_desc }}',
  '{{common_args_desc}}',
  '{% include "common.md" %}',
  '[TOC]',
  '[[toc]]',
  '<!-- 此处插入通用参数 -->',
  '<br>',
  '<a name="request"></a>',
  '<div class="x"> <br/>&nbsp;</div>',
  '&nbsp;',
];

describe('a line of a publishing tool', () => {
  it.each(PLACES)('hides nothing where it stands below %j', (place) => {
    for (const line of ['\n{{ common_args_desc }}\n', '\n{{ common_args_desc }}']) {
      const document = withLines(place, line);
      expectWhole(document);
      expect(document.unaccounted).toEqual([]);
      const [finding, more] = document.findings.filter(({ kind }) => kind === 'template-line');
      expect(finding?.text).toEqual({
        en: 'The line is for a publishing tool and states nothing itself.',
        zh: '该行供发布工具使用，本身不含任何说明。',
      });
      expect(more).toBeUndefined();
    }
  });

  it.each(TEMPLATES)('may be %j', (line) => {
    const document = withLines('### 请求参数', `\n${line}\n`);
    expectWhole(document);
    expect(document.unaccounted).toEqual([]);
    const at = document.findings.find(({ kind }) => kind === 'template-line');
    expect(MAIN_TEXT.split('\n').indexOf('### 请求参数') + 3).toBe(at?.line);
  });

  it('leaves the other lines of its paragraph', () => {
    const document = withLines('### 功能描述', '\n{{ head }}\n新增模型实例\n<br>\n');
    expect(document.descriptionClauses.map(({ quote }) => quote)).toEqual([
      '新增模型实例',
      '新增模型实例之间的关联关系',
    ]);
    expect(document.description?.quote).toBe('新增模型实例');
  });

  it.each([
    '{{ a }} 和 {{ b }}',
    '{{ a }} 必填',
    '<b>必填</b>',
    '<!-- a --> 必填 <!-- b -->',
    '必填<br>',
    '{ a }',
    '![图](a.png)',
    '> 说明',
    '- 说明',
    '通用参数见上文。',
  ])('is none with words beside it: %j is listed, and hides nothing either', (line) => {
    const document = withLines('### 请求参数', `\n${line}\n`);
    expectWhole(document);
    const listed = document.unaccounted.map(({ line: at, quote }) => `${at} ${quote}`);
    expect(listed).toEqual([`28 ${line}`]);
    expect(document.findings.map(({ kind }) => kind)).not.toContain('repeated');
  });
});

describe('words between a caption and its table', () => {
  it.each(['metadata params', 'label params', '#### data', '#### response'])(
    'are listed below %j, and the table is read',
    (place) => {
      const document = withLines(place, '\n说明\n');
      expectWhole(document);
      expect(document.unaccounted.map(({ quote }) => quote)).toEqual(['说明']);
    },
  );
});

describe('a table between the outer and the inner heading of what is sent', () => {
  const [, head = '', table = ''] = /(### 通用参数\n\n)((?:\|.*\n)+)/u.exec(MAIN_TEXT) ?? [];

  it('is that of the common arguments, where they have no section', () => {
    const text = MAIN_TEXT.replace(head + table, '').replace(
      '### 请求参数\n',
      `### 请求参数\n\n${table}\n`,
    );
    const document = readDocument(text, MAIN);
    expectWhole(document);
    expect(document.unaccounted).toEqual([]);
  });

  it('is listed where they have one', () => {
    const document = withLines('### 请求参数', `\n${table}`);
    expectWhole(document);
    expect(document.unaccounted.map(({ quote }) => quote)).toEqual(table.trim().split('\n'));
  });
});
