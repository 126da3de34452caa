import { describe, expect, it } from 'vitest';
import { buildContract } from '../../src/contract/build-contract.js';
import type { Contract } from '../../src/contract/contract.js';
import { derivedFiles } from '../../src/contract/derived-files.js';
import { jsonSchemas } from '../../src/contract/json-schemas.js';
import { requirementsOf } from '../../src/contract/requirements.js';
import type { SchemaNode } from '../../src/contract/schema-node.js';
import { typeDeclarations } from '../../src/contract/type-declarations.js';
import { readDocument } from '../../src/document/read-document.js';
import { MAIN, MAIN_TEXT } from '../document/documents.js';
import { endpointOf } from './main-contract.js';

/** The contract of the judged document with some words replaced. */
function contractWith(...changes: readonly (readonly [string, string])[]): Contract {
  let text = MAIN_TEXT;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return buildContract([readDocument(text, MAIN)]);
}

function idsOf(contract: Contract): string[] {
  return requirementsOf(endpointOf(contract)).map(({ id }) => id);
}

describe('a document that says less', () => {
  const all = idsOf(contractWith());

  it('that one of two identities is needed has no requirement of that', () => {
    const ids = idsOf(contractWith(['bk_token与bk_username必须一个有效，', '']));
    expect(all.filter((id) => !ids.includes(id))).toEqual([
      'auth.identity.required',
      'auth.bk_token.accepted',
    ]);
  });

  it('what the endpoint does has no effect to look for', () => {
    const ids = idsOf(contractWith(['新增模型实例之间的关联关系.', '做一件没有说明的事.']));
    expect(all.filter((id) => !ids.includes(id))).toEqual(['effect.created']);
    expect(ids.filter((id) => !all.includes(id))).toEqual([]);
  });

  it('of string maps has none for their values', () => {
    const ids = idsOf(contractWith(['| string map     |', '| object     |']));
    expect(all.filter((id) => !ids.includes(id))).toEqual(['request.metadata.label.values']);
  });
});

describe('a document of other types', () => {
  it('has them in its schemas and requirements', () => {
    const contract = contractWith([
      '| bk_inst_id           | int64',
      '| bk_inst_id           | string',
    ]);
    const schema = jsonSchemas(contract).get('add_instance_association/request.schema.json');
    expect(schema?.properties?.['bk_inst_id']?.type).toBe('string');
    expect(schema?.properties?.['bk_inst_id']).not.toHaveProperty('format');
    expect(schema?.properties?.['bk_asst_inst_id']).toMatchObject({
      type: 'integer',
      format: 'int64',
    });
    expect(idsOf(contract)).not.toContain('request.bk_inst_id.exact');
    expect(idsOf(contract)).toContain('request.bk_asst_inst_id.exact');
  });
});

/** One schema of the judged document with some words replaced. */
function schemaWith(
  name: 'request' | 'success' | 'failure' | 'envelope' | 'common-arguments',
  ...changes: readonly (readonly [string, string])[]
): SchemaNode {
  const folder =
    name === 'envelope' || name === 'common-arguments' ? 'esb' : 'add_instance_association';
  const schema = jsonSchemas(contractWith(...changes)).get(`${folder}/${name}.schema.json`);
  if (schema === undefined) throw new Error(`no schema ${name}`);
  return schema;
}

describe('a schema of a document that says less', () => {
  it('names no identity of which one is needed', () => {
    expect(schemaWith('common-arguments')).toHaveProperty('anyOf');
    const less = schemaWith('common-arguments', ['bk_token与bk_username必须一个有效，', '']);
    expect(less).not.toHaveProperty('anyOf');
  });

  it('has no example of a sample that is no JSON', () => {
    expect(schemaWith('request')).toHaveProperty('examples');
    expect(schemaWith('success')).toHaveProperty('examples');
    expect(schemaWith('request', ['"bk_inst_id": 11', '"bk_inst_id": 1 1'])).not.toHaveProperty(
      'examples',
    );
    expect(schemaWith('success', ['"code": 0', '"code": 0 0'])).not.toHaveProperty('examples');
    const { nullable } = contractWith(['"code": 0', '"code": 0 0']).shared;
    expect([...nullable]).toEqual([]);
  });

  it('has no type of a word that is not understood, and no description of an empty cell', () => {
    const { properties } = schemaWith('request', [
      '| bk_inst_id           | int64     | Yes     | 源模型实例id|',
      '| bk_inst_id | text | Yes | |',
    ]);
    expect(properties?.['bk_inst_id']).toStrictEqual({
      'x-source': 'docs/api/add_instance_association.md:35',
    });
    expect(
      schemaWith('success', ['| result  | bool ', '| result  | text ']).properties?.['result'],
    ).toStrictEqual({
      const: true,
      description: 'true:请求成功',
      'x-source': 'docs/api/add_instance_association.md:94',
    });
  });

  it('has no outcome where no clause tells it', () => {
    const changes = [
      ['true:请求成功；false请求失败', ''],
      ['0表示success，>0表示失败错误', ''],
    ] as const;
    expect(Object.keys(schemaWith('success', ...changes).properties ?? {})).toEqual(['data']);
    expect(Object.keys(schemaWith('failure', ...changes).properties ?? {})).toEqual([
      'message',
      'data',
    ]);
  });

  it('has no data where the table has none', () => {
    const row = '| data    | object | 请求返回的数据                           |\n';
    const table = MAIN_TEXT.slice(MAIN_TEXT.indexOf('\n#### data'));
    const changes = [
      [row, ''],
      [table, ''],
    ] as const;
    expect(schemaWith('envelope', ...changes).properties).not.toHaveProperty('data');
    expect(schemaWith('success', ...changes).properties).not.toHaveProperty('data');
    expect(schemaWith('failure', ...changes).properties).not.toHaveProperty('data');
  });
});

describe('a member that may be null', () => {
  const of = (type: string, sample: string): unknown =>
    schemaWith(
      'envelope',
      ['| permission    | object |', `| permission | ${type} |`],
      ['"permission": null', `"permission": ${sample}`],
    ).properties?.['permission']?.type;

  it.each([
    ['object', '{}', 'object'],
    ['object', 'null', ['object', 'null']],
    ['object或null', '{}', ['object', 'null']],
    ['object或null', 'null', ['object', 'null']],
    ['null', 'null', 'null'],
    ['string', 'null', ['string', 'null']],
  ])('as %s, sampled as %s', (type, sample, expected) => {
    expect(of(type, sample)).toEqual(expected);
  });
});

describe('types', () => {
  it('have data as null only where a request failed', async () => {
    const contract = contractWith(['"data": {\n        "id": 1038\n    }', '"data": null']);
    const types = (await typeDeclarations(contract)).get('add_instance_association/types.d.ts');
    expect(types).toMatch(/Success \{[^]*?data: \{/u);
    expect(types).not.toMatch(/Success \{[^]*?data: \{[^}]*\} \| null/u);
  });

  it('have true only as the result', async () => {
    const contract = contractWith(['| request_id    | string |', '| request_id    | bool |']);
    const types = (await typeDeclarations(contract)).get('add_instance_association/types.d.ts');
    expect(types).toContain('request_id: boolean;');
  });

  it('require nothing of a request whose table does not say so', () => {
    const table =
      '| 字段                 |  类型      | 是否必填\t   |  描述         |\n|---------------------|------------|--------|-----------------------------|\n| bk_biz_id           | string      | Yes     | 业务id |';
    const schema = schemaWith('request', [
      table,
      '|字段|类型|描述|\n|-|-|-|\n|bk_biz_id|string|业务id|',
    ]);
    const label = schema.properties?.['metadata']?.properties?.['label'];
    expect(label?.properties).toHaveProperty('bk_biz_id');
    expect(label).not.toHaveProperty('required');
  });
});

describe('types of a document that says less', () => {
  it('are those of the common arguments alone, where the request takes nothing more', async () => {
    const rows =
      /\| bk_obj_asst_id           \|[^]*?(?=### 请求参数示例)/u.exec(MAIN_TEXT)?.[0] ?? '';
    const types = (await typeDeclarations(contractWith([rows, '\n']))).get(
      'add_instance_association/types.d.ts',
    );
    expect(types).toContain('AddInstanceAssociationRequest = CommonArguments;');
  });

  it('are unknown for a word that is not understood', async () => {
    const contract = contractWith(
      ['| permission    | object |', '| permission | text |'],
      ['| result  | bool ', '| result  | text '],
    );
    const types = (await typeDeclarations(contract)).get('add_instance_association/types.d.ts');
    expect(types).toMatch(/permission: \{\s*\[k: string\]: unknown;?\s*\}|permission: unknown/u);
    expect(types).not.toContain('result: true');
  });
});

describe('what is derived without conventions', () => {
  it('has no requirements of them', async () => {
    const contract = contractWith();
    const files = await derivedFiles(contract, undefined, () => 'x');
    expect([...files.keys()].filter((name) => name.startsWith('conventions/'))).toEqual([]);
    expect([...files.keys()]).toContain('add_instance_association/requirements.json');
  });
});

describe('a description', () => {
  it('can’t end the comment that it stands in', async () => {
    const contract = contractWith(['|标签信息 |', '|标签信息 */ export const x = 1; /* |']);
    const types = (await typeDeclarations(contract)).get('add_instance_association/types.d.ts');
    expect(types).toContain('标签信息');
    expect(types).not.toMatch(/\*\/ export const x/);
  });
});

describe('an object that has lost its last member', () => {
  it('takes none', async () => {
    const row = /\| bk_biz_id           \| string[^\n]*\n/u.exec(MAIN_TEXT)?.[0] ?? '';
    const contract = contractWith([row, '']);
    const types = (await typeDeclarations(contract)).get('add_instance_association/types.d.ts');
    expect(types).toContain('label: Record<string, never>');
    expect(types).not.toContain('bk_biz_id');
  });
});
