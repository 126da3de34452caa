import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read-document.js';
import { MAIN, MAIN_TEXT } from './documents.js';

/** What nothing explains, each with its line and column, and what is wrong. */
function read(text: string): { strange: string[]; kinds: string[] } {
  const { unaccounted, findings } = readDocument(text, MAIN);
  return {
    strange: unaccounted.map(({ line, column, quote }) => `${line}:${column} ${quote}`),
    kinds: findings.map(({ line, kind }) => `${line} ${kind}`),
  };
}

/** What is strange once a part of the document reads otherwise. */
function strange(from: string, to: string): string[] {
  expect(MAIN_TEXT).toContain(from);
  return read(MAIN_TEXT.replace(from, () => to)).strange;
}

const BIZ = '| bk_biz_id           | string      | Yes     | 业务id |';

describe('words that nothing explains', () => {
  it.each([
    [
      'in a column that is unknown',
      '| 是否必填	   |  描述         |\n|---------------------|------------|--------|-----------------------------|\n| bk_biz',
      '| 是否必填 | 说明 |\n|-|-|-|-|\n| bk_biz',
      ['49:42 说明'],
    ],
    [
      'in a column that is there twice',
      '| 是否必填	   |  描述         |\n|---------------------|------------|--------|-----------------------------|\n| bk_biz',
      '| 描述 | 描述 |\n|-|-|-|-|\n| bk_biz',
      ['49:40 描述', '51:39 Yes'],
    ],
    [
      'as a name',
      BIZ,
      '| bk-biz-id | string | Yes | 业务id |',
      ['51:1 | bk-biz-id | string | Yes | 业务id |'],
    ],
    [
      'as a name with more before it',
      BIZ,
      '| 1x | string | Yes | 业务id |',
      ['51:1 | 1x | string | Yes | 业务id |'],
    ],
    [
      'as a name that is empty',
      BIZ,
      '|  | string | Yes | 业务id |',
      ['51:1 |  | string | Yes | 业务id |'],
    ],
    ['as a type', BIZ, '| bk_biz_id | text | Yes | 业务id |', ['51:15 text']],
    [
      'as a type that is empty',
      BIZ,
      '| bk_biz_id |  | Yes | 业务id |',
      ['51:1 | bk_biz_id |  | Yes | 业务id |'],
    ],
    ['as a need', BIZ, '| bk_biz_id | string | Maybe | 业务id |', ['51:24 Maybe']],
    [
      'as a need that is empty',
      BIZ,
      '| bk_biz_id | string |  | 业务id |',
      ['51:1 | bk_biz_id | string |  | 业务id |'],
    ],
    [
      'as a row that is too long',
      BIZ,
      '| bk_biz_id | string | Yes | 业务id | x |',
      ['51:1 | bk_biz_id | string | Yes | 业务id | x |'],
    ],
    ['as a row that is there twice', BIZ, `${BIZ}\n${BIZ}`, [`52:1 ${BIZ}`]],
    [
      'as a member that the clause names',
      'bk_token与bk_username',
      'bk_token与bk_user',
      ['18:43 bk_token与bk_user必须一个有效'],
    ],
    ['under the method', 'POST', 'POST，GET', ['4:1 POST，GET']],
    ['in two paragraphs under the method', 'POST', 'POST\n\nGET', ['4:1 POST', '6:1 GET']],
    [
      'under the address',
      '/api/c/compapi/v2/cc/',
      'https://host/api/',
      ['9:1 https://host/api/add_instance_association/'],
    ],
    ['about the purpose', '新增模型实例之间的关联关系.', '新增关联关系.', ['24:1 新增关联关系']],
    [
      'about the purpose, as code',
      '新增模型实例之间的关联关系.',
      '```\nx\n```',
      ['24:1 ```', '25:1 x', '26:1 ```'],
    ],
    ['before the first heading', '\n### 请求方法', '说明\n### 请求方法', ['1:1 说明']],
    [
      'under a heading of its own',
      '### 功能描述',
      '### 注意\n\n小心\n\n#### 又\n\n### 功能描述',
      ['22:5 注意', '24:1 小心', '26:6 又'],
    ],
    [
      'under a heading before all others',
      '\n### 请求方法',
      '#### 又\n\n本文档由 cmdb-conformance 编写\n\n### 请求方法',
      ['1:6 又', '3:1 本文档由 cmdb-conformance 编写'],
    ],
    [
      'under a heading as high as the section',
      '### 功能描述',
      '### 注意\n\n### 功能描述',
      ['22:5 注意'],
    ],
    [
      'as a caption that goes on in a second line',
      'label params',
      'label params\n了',
      [
        '47:1 label params',
        '48:1 了',
        '50:1 | 字段                 |  类型      | 是否必填	   |  描述         |',
        '51:1 |---------------------|------------|--------|-----------------------------|',
        `52:1 ${BIZ}`,
      ],
    ],
    [
      'as a caption with a word more',
      'label params',
      'label params 了',
      [
        '47:1 label params 了',
        '49:1 | 字段                 |  类型      | 是否必填	   |  描述         |',
        '50:1 |---------------------|------------|--------|-----------------------------|',
        `51:1 ${BIZ}`,
      ],
    ],
    [
      'as a heading with a word before',
      '#### data',
      '#### 其 data',
      [
        '101:6 其 data',
        '103:1 | 字段       | 类型     | 描述         |',
        '104:1 |------------|----------|--------------|',
        '105:1 |id|int64|新增的实例关联关系身份id|',
      ],
    ],
    [
      'about the purpose, as code that says it',
      '新增模型实例之间的关联关系.',
      '```\n新增模型实例\n```',
      ['24:1 ```', '25:1 新增模型实例', '26:1 ```'],
    ],
    ['as a heading where the method should stand', 'POST', '#### POST', ['4:6 POST']],
    [
      'as a heading of which only the first line is one',
      '### 功能描述',
      '功能描述\n等\n---',
      ['22:1 功能描述', '23:1 等', '26:1 新增模型实例之间的关联关系.'],
    ],
    [
      'under a heading of two lines',
      '### 功能描述',
      '功能\n描述\n---\n\n小心\n\n### 功能描述',
      ['22:1 功能', '23:1 描述', '26:1 小心'],
    ],
    ['under a heading without words', '### 功能描述', '###\n小心\n### 功能描述', ['23:1 小心']],
    [
      'under a section that is there twice',
      '### 请求地址',
      '### 请求方法\n\nPOST\n\n#### data\n\n### 请求地址',
      ['9:1 POST', '11:6 data'],
    ],
    [
      'as a caption of two lines',
      'label params',
      'label\nparams',
      [
        '47:1 label',
        '48:1 params',
        '50:1 | 字段                 |  类型      | 是否必填	   |  描述         |',
        '51:1 |---------------------|------------|--------|-----------------------------|',
        `52:1 ${BIZ}`,
      ],
    ],
    [
      'as a caption in more words',
      'label params',
      'the label params',
      [
        '47:1 the label params',
        '49:1 | 字段                 |  类型      | 是否必填	   |  描述         |',
        '50:1 |---------------------|------------|--------|-----------------------------|',
        `51:1 ${BIZ}`,
      ],
    ],
    [
      'as a caption of nothing',
      '### 请求参数示例',
      'label params\n\n### 请求参数示例',
      ['53:1 label params'],
    ],
    [
      'as a caption before another one',
      'label params',
      'metadata params\n\nlabel params',
      ['47:1 metadata params'],
    ],
    [
      'as a caption of code',
      '### 请求参数示例',
      '```\nlabel params\n```\n\n### 请求参数示例',
      ['53:1 ```', '54:1 label params', '55:1 ```'],
    ],
    [
      'as a second table of a member',
      '### 请求参数示例',
      'label params\n\n|字段|类型|\n|-|-|\n|a|string|\n\n### 请求参数示例',
      ['53:1 label params', '55:1 |字段|类型|', '56:1 |-|-|', '57:1 |a|string|'],
    ],
    [
      'as a table of a member that has none',
      '### 请求参数示例',
      'bk_inst_id params\n\n|字段|类型|\n|-|-|\n|a|string|\n\n### 请求参数示例',
      ['53:1 bk_inst_id params', '55:1 |字段|类型|', '56:1 |-|-|', '57:1 |a|string|'],
    ],
    [
      'as a table of nobody',
      '### 请求参数示例',
      '|字段|类型|\n|-|-|\n|a|string|\n\n### 请求参数示例',
      ['53:1 |字段|类型|', '54:1 |-|-|', '55:1 |a|string|'],
    ],
    [
      'as a heading that is no name',
      '#### data',
      '#### data of it',
      [
        '101:6 data of it',
        '103:1 | 字段       | 类型     | 描述         |',
        '104:1 |------------|----------|--------------|',
        '105:1 |id|int64|新增的实例关联关系身份id|',
      ],
    ],
    [
      'beside a sample',
      '``` json\n{\n    "bk_app_code"',
      '例如\n\n``` json\n{\n    "bk_app_code"',
      ['55:1 例如'],
    ],
    [
      'as a second sample',
      '### 返回结果示例',
      '``` json\n{}\n```\n\n### 返回结果示例',
      ['72:1 ``` json', '73:1 {}', '74:1 ```'],
    ],
    ['as a sample of another language', '``` json', '``` javascript', ['55:1 ``` javascript']],
    ['as a sample of a longer language', '``` json', '``` json5', ['55:1 ``` json5']],
    ['as a sample that is no JSON', '"result": true,', '"result": yes,', ['74:1 ```json']],
  ])('%s', (_where, from, to, expected) => {
    expect(strange(from, to)).toEqual(expected);
  });

  it.each([
    ['four marks', '````json\n{}\n````', []],
    ['tildes', '~~~~ json\n{}\n~~~~', []],
    ['no language', '```\n{}\n```', ['3:1 ```']],
    ['no code', '{}', ['3:1 {}']],
  ])('of a sample with %s', (_what, sample, expected) => {
    const { strange: found, kinds } = read(`### 返回结果示例\n\n${sample}\n`);
    expect(found).toEqual(expected);
    expect(kinds.includes('1 missing')).toBe(true);
    const named = readDocument(`### 返回结果示例\n\n${sample}\n`, MAIN).findings.filter(
      ({ column }) => column === 5,
    );
    const text = {
      en: 'There is no sample under "返回结果示例".',
      zh: '“返回结果示例”下没有示例。',
    };
    expect(named).toEqual(sample === '{}' ? [{ line: 1, column: 5, kind: 'missing', text }] : []);
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('are not the method %s', (method) => {
    expect(readDocument(MAIN_TEXT.replace('POST', method), MAIN).method?.quote).toBe(method);
  });

  it.each(['/add', '/a/b-c.d/add_it/', '/add_it'])('are not the address %s', (address) => {
    const text = MAIN_TEXT.replace('/api/c/compapi/v2/cc/add_instance_association/', address);
    const document = readDocument(text, MAIN);
    expect(document.address?.quote).toBe(address);
    expect(document.endpoint).toMatch(/^add(?:_it)?$/u);
    expect(document.unaccounted).toEqual([]);
  });

  it('are not those of other words for yes and no', () => {
    const text = MAIN_TEXT.replaceAll('| 否 |', '| No |').replaceAll('| 是 |', '| Yes |');
    expect(read(text).strange).toEqual([]);
    expect(readDocument(text, MAIN).common.map(({ required }) => required)).toEqual(
      readDocument(MAIN_TEXT, MAIN).common.map(({ required }) => required),
    );
  });

  it('are not those of a section that stands under its other heading', () => {
    expect(strange('### 请求参数\n\n\n\n#### 接口参数', '### 请求参数')).toEqual([]);
    const text = MAIN_TEXT.replace('### 请求参数\n\n\n\n#### 接口参数', '### 请求参数');
    expect(readDocument(text, MAIN).request).toHaveLength(4);
  });
});

describe('a heading that is as high as its section', () => {
  it('ends it', () => {
    const text = MAIN_TEXT.replace('### 通用参数', '### 注意\n\n小心\n\n### 通用参数');
    const document = readDocument(text, MAIN);
    expect(document.address?.line).toBe(9);
    expect(document.unaccounted.map(({ quote }) => quote)).toEqual(['注意', '小心']);
  });
});

describe('a document of ours', () => {
  it('says so anywhere before its first section', () => {
    const words = '本文档由 cmdb-conformance 编写';
    const text = `说明套件自身用到的接口，${words}\n${MAIN_TEXT}`;
    expect(readDocument(text, MAIN).ours).toMatchObject({ line: 1, column: 13, quote: words });
    expect(readDocument(`说明套件自身用到的接口\n${MAIN_TEXT}`, MAIN).ours).toBeUndefined();
  });
});

describe('a text that is no document', () => {
  it('has nothing, and lacks everything', () => {
    const nothing = readDocument('', MAIN);
    expect(nothing).toStrictEqual({
      path: MAIN,
      descriptionClauses: [],
      common: [],
      request: [],
      response: [],
      findings: nothing.findings,
      unaccounted: [],
    });
    expect(read('').kinds).toEqual(Array.from({ length: 8 }, () => '1 missing'));
  });

  it('may begin with a byte order mark', () => {
    expect(read(`\uFEFF### 请求方法\n\nPOST\n`).strange).toEqual([]);
    expect(readDocument(`\uFEFF### 请求方法\n\nPOST\n`, MAIN).method?.quote).toBe('POST');
    expect(read(`### 请求方法\n\nPOST\uFEFF`).kinds).toContain('3 stray-character');
  });

  it('is read up to its greatest length, and not beyond', () => {
    const full = '\n'.repeat(100_000);
    expect(read(full).strange).toEqual([]);
    const { strange: found, kinds } = read(`${full}\n`);
    expect(found).toEqual(['1:1 …']);
    expect(kinds[0]).toBe('1 too-long');
    const [finding] = readDocument(`${full}\n`, MAIN).findings;
    expect(finding?.text.en).toContain('100001 characters; at most 100000');
    expect(finding?.text.zh).toContain('100001');
  });
});

describe('tables in tables', () => {
  it('are read to a depth of sixteen', () => {
    const table = (name: string): string => `\n|字段|类型|\n|-|-|\n|${name}|object|\n`;
    const names = Array.from({ length: 19 }, (_, depth) => `n${depth}`);
    const nested = names.map((name, at) =>
      at === 0 ? table(name) : `\nn${at - 1} params\n${table(name)}`,
    );
    const { request, unaccounted } = readDocument(`### 请求参数\n${nested.join('')}`, MAIN);
    let depth = -1;
    for (let members = request; members[0] !== undefined; members = members[0].members) depth += 1;
    expect(depth).toBe(16);
    expect(unaccounted[0]?.quote).toBe('n16 params');
  });
});
