import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildContract } from '../../src/contract/build-contract.js';
import { assembleFiles } from '../../src/contract/contract-files.js';
import { requirementFiles, type EndpointFile } from '../../src/contract/derived-files.js';
import { jsonSchemas } from '../../src/contract/json-schemas.js';
import {
  outlineOf,
  type EndpointOutline,
  type OutlineMember,
  type Schema,
} from '../../src/contract/outline.js';
import { readDocument } from '../../src/document/read-document.js';
import { DOCUMENTS, MAIN_TEXT } from '../document/documents.js';
import { CONVENTIONS } from './main-contract.js';

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function isEndpointFile(value: unknown): value is EndpointFile {
  return isSchema(value) && typeof value['endpoint'] === 'string';
}

/** A file of the project's own `schemas/`, parsed. */
function checkedIn<T>(name: string, is: (value: unknown) => value is T): T {
  const path = new URL(`../../schemas/${name}`, import.meta.url);
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!is(value)) throw new Error(`${name} is of another form`);
  return value;
}

function outline(endpoint: string): EndpointOutline {
  return outlineOf({
    requirements: checkedIn(`${endpoint}/requirements.json`, isEndpointFile),
    request: checkedIn(`${endpoint}/request.schema.json`, isSchema),
    success: checkedIn(`${endpoint}/success.schema.json`, isSchema),
    commonArguments: checkedIn('esb/common-arguments.schema.json', isSchema),
    envelope: checkedIn('esb/envelope.schema.json', isSchema),
  });
}

/** The outline of a document beside the project's own, from what is derived in memory. */
function outlineOfText(text: string): EndpointOutline {
  const documents = [...DOCUMENTS, ['docs/api/other.md', text] as const];
  const contract = buildContract(
    documents.map(([path, of]) => readDocument(of, path)),
    CONVENTIONS,
  );
  const files = [...requirementFiles(contract, undefined, () => '').values()];
  const { outlines } = assembleFiles(files, [...jsonSchemas(contract).values()]);
  const own = outlines.get('other');
  if (own === undefined) throw new Error('no outline');
  return own;
}

function brief(members: readonly OutlineMember[]): string[] {
  return members.map(({ path, type, int64, required, values, nullable }) =>
    [
      path,
      type ?? 'untyped',
      ...(int64 ? ['int64'] : []),
      ...(values === undefined ? [] : [`of ${values}`]),
      ...(required ? ['required'] : []),
      ...(nullable ? ['or null'] : []),
    ].join(' '),
  );
}

const CREDENTIALS = [
  'bk_app_code string required',
  'bk_app_secret string required',
  'bk_token string',
  'bk_username string',
];

describe('the outline of add_instance_association', () => {
  const own = outline('add_instance_association');

  it('says where it is and what it creates', () => {
    expect(own).toMatchObject({
      endpoint: 'add_instance_association',
      method: 'POST',
      address: '/api/c/compapi/v2/cc/add_instance_association/',
      ours: false,
      createdId: 'data.id',
    });
    expect(own.requirements).toHaveLength(66);
  });

  it('has the texts of the document’s sample', () => {
    expect(own.members.map(({ path, sample }) => [path, sample])).toEqual([
      ['bk_obj_asst_id', 'bk_switch_belong_bk_host'],
      ['bk_inst_id', undefined],
      ['bk_asst_inst_id', undefined],
      ['metadata', undefined],
      ['metadata.label', undefined],
      ['metadata.label.bk_biz_id', '1'],
    ]);
  });

  it('has the members of the request, parents before children', () => {
    expect(brief(own.members)).toEqual([
      'bk_obj_asst_id string required',
      'bk_inst_id integer int64 required',
      'bk_asst_inst_id integer int64 required',
      'metadata object required',
      'metadata.label object of string required',
      'metadata.label.bk_biz_id string required',
    ]);
  });

  it('has the common arguments, and of which one is needed', () => {
    expect(brief(own.credentials)).toEqual(CREDENTIALS);
    expect(own.oneOf).toEqual(['bk_token', 'bk_username']);
  });

  it('has the members of a success, parents before children', () => {
    expect(brief(own.answer)).toEqual([
      'result boolean required',
      'code integer required',
      'message string required',
      'data object required',
      'data.id integer int64 required',
      'permission object required or null',
      'request_id string required',
    ]);
  });
});

describe('the outline of our own documents', () => {
  it('says that they are ours, and has the same credentials', () => {
    for (const endpoint of ['create_inst', 'delete_inst', 'find_object_association']) {
      const { ours, credentials, oneOf } = outline(endpoint);
      expect([ours, brief(credentials), oneOf]).toEqual([
        true,
        CREDENTIALS,
        ['bk_token', 'bk_username'],
      ]);
    }
  });

  it('names what is created only where something is', () => {
    expect(outline('create_inst').createdId).toBe('data.bk_inst_id');
    expect(outline('delete_inst')).not.toHaveProperty('createdId');
  });

  it('has the envelope of their own', () => {
    expect(brief(outline('find_instance_association').answer)).toEqual([
      'result boolean required',
      'code integer required',
      'message string required',
      'data array required',
      'data.id integer int64 required',
      'data.bk_obj_asst_id string required',
      'data.bk_inst_id integer int64',
      'data.bk_asst_inst_id integer int64',
      'data.bk_obj_id string',
      'data.bk_asst_obj_id string',
      'data.bk_asst_id string',
      'request_id string',
    ]);
    expect(brief(outline('delete_inst').answer)).toContain('data untyped required or null');
  });

  it('has members that need not be there', () => {
    expect(brief(outline('find_instance_association').members)).toEqual([
      'bk_obj_id string',
      'condition object',
      'condition.id integer int64',
      'condition.bk_obj_asst_id string',
      'condition.bk_inst_id integer int64',
      'condition.bk_asst_inst_id integer int64',
    ]);
  });
});

describe('the outline of a document with other common arguments', () => {
  const text = MAIN_TEXT.replace('cc/add_instance_association/', 'cc/other/')
    .replace('| bk_username  |  string    | 否 |', '| bk_username  |  int    | 是 |')
    .replace('bk_token与bk_username必须一个有效，', '');

  it('has those of its own', () => {
    const own = outlineOfText(text);
    expect(own.endpoint).toBe('other');
    expect(brief(own.credentials)).toEqual([
      ...CREDENTIALS.slice(0, 3),
      'bk_username integer required',
    ]);
    expect(own.oneOf).toEqual([]);
    expect(brief(own.members)).toEqual(brief(outline('add_instance_association').members));
  });

  it('has those within an array by the names of its rows', () => {
    const rows = text
      .replace('| label           | string map     |', '| label           | object array     |')
      .replace('"label":{\n            "bk_biz_id":"1"\n        }', '"label":[{"bk_biz_id":"1"}]');
    expect(brief(outlineOfText(rows).members).slice(4)).toEqual([
      'metadata.label array required',
      'metadata.label.bk_biz_id string required',
    ]);
  });
});

describe('the outline of schemas that say nothing', () => {
  it('is empty', () => {
    const requirements = checkedIn('delete_inst/requirements.json', isEndpointFile);
    const nothing = { request: {}, success: {}, commonArguments: {}, envelope: {} };
    expect(outlineOf({ requirements, ...nothing })).toMatchObject({
      members: [],
      credentials: [],
      oneOf: [],
      answer: [],
    });
    const odd = { properties: { a: 1, b: { type: 7, additionalProperties: true } }, required: 'a' };
    expect(brief(outlineOf({ requirements, ...nothing, request: odd }).members)).toEqual([
      'a untyped',
      'b untyped',
    ]);
  });
});
