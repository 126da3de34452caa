import { describe, expect, it } from 'vitest';
import type { DocumentMember } from '../../src/document/api-document.js';
import { readDocument } from '../../src/document/read-document.js';
import { DOCUMENTS, lineOf, MAIN, MAIN_TEXT } from './documents.js';

const document = readDocument(MAIN_TEXT, MAIN);

function outline(members: readonly DocumentMember[], indent = ''): string[] {
  return members.flatMap(({ row, name, type, required, description, members: inner }) => {
    const need = required === undefined ? 'unsaid' : required ? 'required' : 'optional';
    const kind = [type?.kind, type?.format, type?.values].filter(Boolean).join(' ');
    const line = `${row.line} ${indent}${name}: ${kind}, ${need}, ${description.quote}`;
    return [line, ...outline(inner, `${indent}  `)];
  });
}

describe('the document of add_instance_association', () => {
  it('states method, address and purpose', () => {
    expect(document.endpoint).toBe('add_instance_association');
    expect(document.method).toEqual({ line: 4, column: 1, quote: 'POST' });
    expect(document.address).toEqual({
      line: 9,
      column: 1,
      quote: '/api/c/compapi/v2/cc/add_instance_association/',
    });
    expect(document.description).toEqual({
      line: 24,
      column: 1,
      quote: '新增模型实例之间的关联关系.',
    });
    expect(document.ours).toBeUndefined();
  });

  it('states the common arguments', () => {
    expect(outline(document.common)).toEqual([
      '16 bk_app_code: string, required, 应用ID',
      '17 bk_app_secret: string, required, 安全密钥(应用 TOKEN)，可以通过 蓝鲸智云开发者中心 -> 点击应用ID -> 基本信息 获取',
      '18 bk_token: string, optional, 当前用户登录态，bk_token与bk_username必须一个有效，bk_token可以通过Cookie获取',
      '19 bk_username: string, optional, 当前用户用户名，应用免登录态验证白名单中的应用，用此字段指定当前用户',
    ]);
  });

  it('states the interface parameters with their nested tables', () => {
    expect(outline(document.request)).toEqual([
      '34 bk_obj_asst_id: string, required, 模型之间关联关系的唯一id',
      '35 bk_inst_id: integer int64, required, 源模型实例id',
      '36 bk_asst_inst_id: integer int64, required, 目标模型实例id',
      '37 metadata: object, required, meta data',
      '44   label: object string, required, 标签信息',
      '51     bk_biz_id: string, required, 业务id',
    ]);
  });

  it('states the answer with its data', () => {
    expect(outline(document.response)).toEqual([
      '94 result: boolean, unsaid, 请求成功与否。true:请求成功；false请求失败',
      '95 code: integer, unsaid, 错误编码。 0表示success，>0表示失败错误',
      '96 message: string, unsaid, 请求失败返回的错误信息',
      '97 data: object, unsaid, 请求返回的数据',
      '105   id: integer int64, unsaid, 新增的实例关联关系身份id',
      '98 permission: object, unsaid, 权限信息',
      '99 request_id: string, unsaid, 请求链id',
    ]);
  });

  it('holds both samples, with the place of every value', () => {
    const sent = document.requestSample?.value;
    const answered = document.responseSample?.value;
    expect(document.requestSample?.fence).toEqual({ line: 55, column: 1, quote: '``` json' });
    if (sent?.kind !== 'object' || answered?.kind !== 'object') throw new Error('not read');
    expect([...sent.members.keys()]).toEqual([
      'bk_app_code',
      'bk_app_secret',
      'bk_username',
      'bk_token',
      'bk_obj_asst_id',
      'bk_inst_id',
      'bk_asst_inst_id',
      'metadata',
    ]);
    expect(sent.members.get('bk_inst_id')).toEqual({
      kind: 'integer',
      value: 11n,
      line: 62,
      column: 19,
    });
    expect(answered.members.get('permission')).toEqual({ kind: 'null', line: 82, column: 19 });
  });

  it('explains each clause of its prose', () => {
    const members = [...document.common, ...document.response];
    const rules = members.flatMap(({ name, clauses }) =>
      clauses.flatMap(({ rule, line, column, quote }) =>
        rule === undefined ? [] : [`${name} ${rule} ${line}:${column} ${quote}`],
      ),
    );
    expect(rules).toEqual([
      'bk_app_code app-verified 16:35 应用ID',
      'bk_app_secret secret-verified 17:35 安全密钥(应用 TOKEN)',
      'bk_token login-verified 18:35 当前用户登录态',
      'bk_token one-identity 18:43 bk_token与bk_username必须一个有效',
      'bk_username app-exempt 19:43 应用免登录态验证白名单中的应用',
      'bk_username user-named 19:59 用此字段指定当前用户',
      'result result-true 94:29 true:请求成功',
      'result result-false 94:39 false请求失败',
      'code code-zero 95:28 0表示success',
      'code code-positive 95:39 >0表示失败错误',
      'message message-on-failure 96:22 请求失败返回的错误信息',
    ]);
  });
});

describe.each([...DOCUMENTS])('%s', (path, text) => {
  const read = readDocument(text, path);

  it('leaves nothing unaccounted for', () => {
    expect(read.unaccounted).toEqual([]);
  });

  it('is quoted byte for byte', () => {
    const members = (rows: readonly DocumentMember[]): DocumentMember[] =>
      rows.flatMap((row) => [row, ...members(row.members)]);
    const rows = members([...read.common, ...read.request, ...read.response]);
    const quotes = rows.flatMap((row) => [row.row, row.typeCell, row.description, ...row.clauses]);
    expect(quotes.length).toBeGreaterThan(40);
    for (const { line, column, quote } of quotes) {
      expect(lineOf(text, line).slice(column - 1, column - 1 + quote.length)).toBe(quote);
    }
  });

  it('is the same with CRLF line ends', () => {
    expect(readDocument(text.replaceAll('\n', '\r\n'), path)).toEqual(read);
  });
});
