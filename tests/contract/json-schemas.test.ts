import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchemas, SCHEMA_BASE } from '../../src/contract/json-schemas.js';
import type { SchemaNode } from '../../src/contract/schema-node.js';
import { DOCUMENTS, lineOf } from '../document/documents.js';
import { CONTRACT } from './main-contract.js';

const schemas = jsonSchemas(CONTRACT);
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true });
ajv.addVocabulary(['x-source']);
ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
for (const schema of schemas.values()) ajv.addSchema({ ...schema, examples: [] });

function errors(file: string, value: unknown): string[] {
  const validate = ajv.getSchema(SCHEMA_BASE + file);
  if (validate === undefined) throw new Error(`no schema ${file}`);
  void validate(value);
  return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`.trim());
}

const request = {
  bk_app_code: 'app',
  bk_app_secret: 'secret',
  bk_username: 'admin',
  bk_obj_asst_id: 'bk_switch_connect_host',
  bk_inst_id: 11,
  bk_asst_inst_id: 21,
  metadata: { label: { bk_biz_id: '1' } },
};
const success = {
  result: true,
  code: 0,
  message: '',
  data: { id: 1038 },
  permission: null,
  request_id: 'e43da4ef221746868dc4c837d36f3807',
};
const failure = { result: false, code: 1101046, message: 'no', data: null };
const REQUEST = 'add_instance_association/request.schema.json';
const SUCCESS = 'add_instance_association/success.schema.json';
const FAILURE = 'add_instance_association/failure.schema.json';

describe('JSON Schemas', () => {
  it('are the shared ones once, and three for each endpoint', () => {
    expect([...schemas.keys()].slice(0, 5)).toEqual([
      'esb/common-arguments.schema.json',
      'esb/envelope.schema.json',
      REQUEST,
      SUCCESS,
      FAILURE,
    ]);
    expect(schemas.size).toBe(2 + 3 * DOCUMENTS.size);
  });

  it.each([...schemas])('%s is valid and says where each member is described', (_, schema) => {
    expect(ajv.validateSchema({ ...schema, examples: [] })).toBe(true);
    const visit = (node: SchemaNode): number => {
      const members = Object.values(node.properties ?? {});
      for (const member of members) {
        expect(member.description).toBeTruthy();
        const [, path = '', line = ''] = /^(.+):(\d+)$/u.exec(member['x-source'] ?? '') ?? [];
        expect(lineOf(DOCUMENTS.get(path) ?? '', Number(line))).toContain(member.description);
      }
      return members.length + members.map(visit).reduce((a, b) => a + b, 0);
    };
    expect(visit(schema)).toBeGreaterThan(0);
  });

  it('take the documented request, and more members than documented', () => {
    expect(errors(REQUEST, request)).toEqual([]);
    const label = { bk_biz_id: '1', other: 'x' };
    expect(errors(REQUEST, { ...request, more: 1, metadata: { label, more: [] } })).toEqual([]);
  });

  it.each([
    [{ bk_inst_id: undefined }, "must have required property 'bk_inst_id'"],
    [{ bk_inst_id: '11' }, '/bk_inst_id must be integer'],
    [{ bk_inst_id: 11.5 }, '/bk_inst_id must be integer'],
    [{ bk_inst_id: 2 ** 63 }, '/bk_inst_id must match format "int64"'],
    [{ bk_app_code: 1 }, '/bk_app_code must be string'],
    [{ bk_app_secret: undefined }, "must have required property 'bk_app_secret'"],
    [{ bk_username: undefined }, "must have required property 'bk_username'"],
    [{ metadata: {} }, "/metadata must have required property 'label'"],
    [{ metadata: { label: {} } }, "/metadata/label must have required property 'bk_biz_id'"],
    [{ metadata: { label: { bk_biz_id: '1', n: 1 } } }, '/metadata/label/n must be string'],
  ])('refuse a request with %j', (change, message) => {
    // A member set to undefined is one that JSON would leave out.
    const sent: unknown = JSON.parse(JSON.stringify({ ...request, ...change }));
    expect(errors(REQUEST, sent)).toContain(message);
  });

  it('take either identity', () => {
    const sent = Object.entries({ ...request, bk_token: 't' });
    const others = sent.filter(([name]) => name !== 'bk_username');
    expect(errors(REQUEST, Object.fromEntries(others))).toEqual([]);
  });

  it('take the documented answers', () => {
    expect(errors(SUCCESS, success)).toEqual([]);
    expect(errors(SUCCESS, { ...success, permission: {}, more: 1 })).toEqual([]);
    expect(errors(FAILURE, failure)).toEqual([]);
    expect(errors(FAILURE, { ...failure, data: {}, permission: {}, request_id: 'x' })).toEqual([]);
  });

  it.each([
    [SUCCESS, { ...success, code: 1 }, '/code must be equal to constant'],
    [SUCCESS, { ...success, result: false }, '/result must be equal to constant'],
    [SUCCESS, { ...success, data: null }, '/data must be object'],
    [SUCCESS, { ...success, data: {} }, "/data must have required property 'id'"],
    [SUCCESS, { ...success, permission: [] }, '/permission must be object,null'],
    [SUCCESS, failure, "must have required property 'request_id'"],
    [FAILURE, { ...failure, code: 0 }, '/code must be >= 1'],
    [FAILURE, { ...failure, code: 1.5 }, '/code must be integer'],
    [FAILURE, { ...failure, message: '' }, '/message must NOT have fewer than 1 characters'],
    [FAILURE, { ...failure, data: [] }, '/data must be object,null'],
    [FAILURE, { ...failure, request_id: 1 }, '/request_id must be string'],
    [FAILURE, { result: false }, "must have required property 'code'"],
    [FAILURE, { result: false }, "must have required property 'message'"],
  ])('%s refuses %j', (file, answer, message) => {
    expect(errors(file, answer)).toContain(message);
  });

  it('type data as each document says', () => {
    const rows = [{ id: 1, bk_obj_asst_id: 'a', bk_inst_id: 2, bk_asst_inst_id: 3 }];
    const answer = { ...success, data: rows };
    expect(errors('find_instance_association/success.schema.json', answer)).toEqual([]);
    const short = { ...success, data: [{ id: '1' }] };
    expect(errors('find_instance_association/success.schema.json', short)).toContain(
      '/data/0/id must be integer',
    );
    expect(errors('delete_inst/success.schema.json', { ...success, data: null })).toEqual([]);
  });
});
