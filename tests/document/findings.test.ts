import { describe, expect, it } from 'vitest';
import type { DocumentFinding } from '../../src/document/finding.js';
import { readDocument } from '../../src/document/read-document.js';
import { DOCUMENTS, MAIN, MAIN_TEXT } from './documents.js';

function findings(text: string): string[] {
  return readDocument(text, MAIN).findings.map(brief);
}

function brief({ line, column, kind, text }: DocumentFinding): string {
  expect(text.zh).toMatch(/\p{Script=Han}/u);
  return `${line}:${column} ${kind}: ${text.en}`;
}

/** What an edit of the document adds to its findings; each has a Chinese text too. */
function added(from: string, to: string): string[] {
  expect(MAIN_TEXT).toContain(from);
  const before = new Set(findings(MAIN_TEXT).map((finding) => finding.replace(/^\S+ /u, '')));
  return findings(MAIN_TEXT.replace(from, to)).filter(
    (finding) => !before.has(finding.replace(/^\S+ /u, '')),
  );
}

describe('findings', () => {
  it('of the document that is judged', () => {
    expect(findings(MAIN_TEXT)).toEqual([
      '32:35 header-differs: "是否必填" means what "必选" means in line 14; both are used.',
      '32:39 stray-character: A tab in the line.',
      '34:43 mixed-words: "Yes" means what "是" means in line 16; both are used.',
      '42:39 stray-character: A tab in the line.',
      '49:39 stray-character: A tab in the line.',
      '82:19 sample-contradicts-table: permission is documented as object (line 98), but sampled as null.',
      '83:53 trailing-comma: The sample is not JSON: a comma stands before the closing bracket.',
      '92:3 header-differs: "名称" means what "字段" means in line 14; both are used.',
      '94:1 silent-table: The response table does not say which members every answer holds, on failure too.',
    ]);
  });

  it('are none in our own documents', () => {
    for (const [path, text] of DOCUMENTS) {
      if (path !== MAIN) expect(readDocument(text, path).findings).toEqual([]);
    }
  });

  it.each([
    [
      '"bk_inst_id": 11,',
      '"bk_inst_id": "11",',
      '62:19 sample-contradicts-table: bk_inst_id is documented as int64 (line 35), but sampled as string.',
    ],
    [
      '"bk_inst_id": 11,',
      '"bk_inst_id": 11.5,',
      '62:19 sample-contradicts-table: bk_inst_id is documented as int64 (line 35), but sampled as number.',
    ],
    [
      '"bk_inst_id": 11,',
      '"inst_id": 11,',
      '62:16 sample-contradicts-table: inst_id is sampled, but in no table.',
    ],
    [
      '    "bk_inst_id": 11,\n',
      '',
      '56:1 sample-contradicts-table: bk_inst_id is required (line 35), but not sampled.',
    ],
    [
      '"bk_biz_id":"1"',
      '"bk_biz_id":1',
      '66:25 sample-contradicts-table: bk_biz_id is sampled as no string.',
    ],
    [
      '"id": 1038',
      '"id": 1038, "id": 1039',
      '80:21 duplicate-member: The sample holds "id" twice in one object.',
    ],
    [
      '"id": 1038',
      '"id": 1038 // new',
      '80:20 broken-sample: The sample is not JSON (InvalidCommentToken).',
    ],
    [
      '| bk_asst_inst_id           | int64     | Yes     |',
      '| bk_asst_inst_id           | int64     |',
      '36:1 broken-table: The row has 3 cells, its table 4 columns.',
    ],
    ['| bk_asst_inst_id  ', '| bk_inst_id  ', '36:1 repeated: The table has "bk_inst_id" twice.'],
    ['### 请求方法\n\nPOST\n', '', '1:1 missing: There is no section "请求方法".'],
    [
      '### 请求地址',
      '### 请求方法\n\nGET\n\n### 请求地址',
      '7:5 repeated: A second section "请求方法".',
    ],
    [
      '| 字段                 |  类型      | 是否必填',
      '| 字段                 |  种类      | 是否必填',
      '32:1 broken-table: The table has no column for the name (字段) or for the type (类型).',
    ],
    [
      '| 字段                 |  类型      | 是否必填',
      '| 字段                 |  字段      | 是否必填',
      '32:1 broken-table: The table has no column for the name (字段) or for the type (类型).',
    ],
    ['|id|int64|新增的实例关联关系身份id|', '', '103:1 silent-table: The table has no rows.'],
    [
      '"metadata":{',
      '"metadata":null, "x":{',
      '64:16 sample-contradicts-table: metadata is documented as object (line 37), but sampled as null.',
    ],
    [
      '    "code": 0,\n',
      '',
      '75:1 sample-contradicts-table: code is required (line 94), but not sampled.',
    ],
    [
      '"code": 0,',
      '"code": \u00000,',
      '77:13 stray-character: An invisible character in the line.',
    ],
    ['POST', 'PST', '2:5 missing: Under "请求方法" no single word stands that is one.'],
    ['POST', 'POST\nGET', '2:5 missing: Under "请求方法" no single word stands that is one.'],
    ['POST', '``` POST', '2:5 missing: Under "请求方法" no single word stands that is one.'],
    ['POST', '### POST', '2:5 missing: Under "请求方法" no single word stands that is one.'],
    [
      '/api/c/compapi/v2/cc/add_instance_association/',
      'x/api',
      '7:5 missing: Under "请求地址" no single word stands that is one.',
    ],
    [
      '/api/c/compapi/v2/cc/add_instance_association/',
      '/api/v2 (new)',
      '7:5 missing: Under "请求地址" no single word stands that is one.',
    ],
    ['### 请求地址', '### 地址', '1:1 missing: There is no section "请求地址".'],
    ['### 通用参数', '### 参数', '1:1 missing: There is no section "通用参数".'],
    ['### 功能描述', '### 功能', '1:1 missing: There is no section "功能描述".'],
    [
      '### 请求参数\n\n\n\n#### 接口参数',
      '### 参数',
      '1:1 missing: There is no section "接口参数".',
    ],
    ['### 请求参数示例', '### 示例', '1:1 missing: There is no section "请求参数示例".'],
    ['### 返回结果示例', '### 示例', '1:1 missing: There is no section "返回结果示例".'],
    ['### 返回结果参数说明', '### 说明', '1:1 missing: There is no section "返回结果参数说明".'],
  ])('%j → %j', (from, to, expected) => {
    expect(added(from, to)).toContain(expected);
  });

  it('name what is invisible in both languages', () => {
    const named = readDocument('a\tb\n\u0000\n', MAIN).findings.map(({ text }) => text);
    expect(named).toContainEqual({ en: 'A tab in the line.', zh: '行内有制表符。' });
    expect(named).toContainEqual({
      en: 'An invisible character in the line.',
      zh: '行内有不可见字符。',
    });
  });

  it.each([
    [
      'words of columns that are unknown',
      '|字段|类型|甲|\n|-|-|-|\n|a|int|x|\n\n|字段|类型|乙|\n|-|-|-|\n|b|int|x|\n',
    ],
    [
      'words for yes and no that are unknown',
      '|字段|类型|必选|\n|-|-|-|\n|a|int|Maybe|\n|b|int|Perhaps|\n',
    ],
    ['tables without a word for yes and no', '|字段|类型|\n|-|-|\n|是|int|\n|Yes|int|\n'],
    ['a line that only ends like a table', '甲 |\n'],
  ])('are none of %s', (_what, text) => {
    const kinds = readDocument(text, MAIN).findings.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'missing')).toEqual([]);
    const below = readDocument(`### 请求参数\n\n${text}`, MAIN).findings.map(({ kind }) => kind);
    expect(below.filter((kind) => kind !== 'missing')).toEqual([]);
  });

  it('of a table whose row of dashes has too few columns', () => {
    const [row = ''] = MAIN_TEXT.split('\n').slice(32, 33);
    const broken = readDocument(MAIN_TEXT.replace(row, '|-----|-----|'), MAIN);
    expect(broken.findings.map(brief)).toContain(
      '32:1 broken-table: This looks like a table, but no row of dashes with as many columns stands below its head.',
    );
    expect(broken.findings.map(brief)).toContain('30:6 missing: No table stands under "接口参数".');
    expect(broken.request).toEqual([]);
  });
});
