import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { openEnvelopeJudge } from '../../../src/judge/envelope.js';
import { compileExact } from '../../../src/judge/exact-schema.js';
import type { Problem } from '../../../src/record/problem.js';
import { anOutline, member, optional } from '../../cases/a-subject.js';
import {
  bodyOf,
  FAILURE,
  judge,
  judgedOn,
  judgeOf,
  problems,
  problemsIn,
  SUCCESS,
} from '../envelope-judge.js';
import type { Members } from '../envelope-judge.js';

const MEMBERS = ['result', 'code', 'message', 'data', 'permission', 'request_id'] as const;
const AS_FAILURE = { success: false };

describe('presence', () => {
  it.each(MEMBERS)('of %s is judged on a success', (name) => {
    const missing = (at: string): Problem => ({ kind: 'member-missing', at });
    expect(problems(SUCCESS, { [name]: undefined })).toEqual({
      [`response.${name}.present`]: missing(name),
      ...(name === 'data' ? { 'response.data.id.present': missing('data.id') } : {}),
    });
  });

  it.each(MEMBERS)('of %s is judged on a failure', (name) => {
    expect(problems(FAILURE, { [name]: undefined }, AS_FAILURE)).toEqual({
      [`response.${name}.present_on_failure`]: { kind: 'member-missing', at: name },
    });
  });

  it('of no type is judged where the member is missing', () => {
    expect(judgedOn({ ...SUCCESS, permission: undefined })).not.toContain(
      'response.permission.type',
    );
  });
});

describe('types', () => {
  const text = { '5': 'integer', null: 'null', true: 'boolean', '[]': 'array', '{}': 'object' };
  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'result',
      'boolean',
      { '"true"': 'string', '1': 'integer', null: 'null', '[]': 'array', '{}': 'object' },
    ],
    [
      'code',
      'integer',
      {
        '"0"': 'string',
        null: 'null',
        true: 'boolean',
        '0.5': 'number',
        '[]': 'array',
        '{}': 'object',
      },
    ],
    ['message', 'string', text],
    [
      'permission',
      'object or null',
      { '"none"': 'string', '5': 'integer', false: 'boolean', '[]': 'array' },
    ],
    ['request_id', 'string', text],
  ])('of %s are judged on success and failure: %s', (at, expected, wrong) => {
    for (const [value, found] of Object.entries(wrong)) {
      const problem = { kind: 'wrong-type', at, expected, found };
      const onSuccess = problems(SUCCESS, { [at]: value });
      expect(onSuccess[`response.${at}.type`], value).toEqual(problem);
      const onFailure = problems(FAILURE, { [at]: value }, AS_FAILURE);
      expect(onFailure[`response.${at}.type`], value).toEqual(problem);
    }
  });

  it.each([
    ['null', 'null'],
    ['"x"', 'string'],
    ['5', 'integer'],
    ['true', 'boolean'],
    ['[]', 'array'],
  ])('data %s is wrong on a success, and has no id', (data, found) => {
    expect(problems(SUCCESS, { data })).toEqual({
      'response.data.type': { kind: 'wrong-type', at: 'data', expected: 'object', found },
      'response.data.id.present': { kind: 'member-missing', at: 'data.id' },
    });
  });

  it.each([
    ['"x"', 'string'],
    ['5', 'integer'],
    ['true', 'boolean'],
    ['[]', 'array'],
  ])('data %s is wrong on a failure', (data, found) => {
    expect(problems(FAILURE, { data }, AS_FAILURE)).toEqual({
      'response.data.type': { kind: 'wrong-type', at: 'data', expected: 'object or null', found },
    });
  });
});

describe('data.id', () => {
  it.each([
    ['"1038"', 'string'],
    ['null', 'null'],
    ['true', 'boolean'],
    ['1038.5', 'number'],
    ['[1038]', 'array'],
    ['{}', 'object'],
    ['9223372036854775808', 'integer'],
    ['-9223372036854775809', 'integer'],
    ['1e300', 'number'],
  ])('%s is no int64', (id, found) => {
    expect(problems(SUCCESS, { data: `{"id":${id}}` })).toEqual({
      'response.data.id.type': { kind: 'wrong-type', at: 'data.id', expected: 'int64', found },
    });
  });

  it.each(['{}', '{"ID":1}'])('is missing in %s', (data) => {
    expect(problems(SUCCESS, { data })).toEqual({
      'response.data.id.present': { kind: 'member-missing', at: 'data.id' },
    });
    expect(judgedOn({ ...SUCCESS, data })).not.toContain('response.data.id.type');
  });
});

describe('the answer of another endpoint', () => {
  const ROW = '{"id":1,"bk_obj_asst_id":"a","bk_inst_id":1,"bk_asst_inst_id":2}';
  const found = (endpoint: string, members: Members) =>
    problemsIn(judge(bodyOf(members), {}, {}, new Set(), judgeOf(endpoint)));

  it('is judged by its own document', () => {
    const rows = { ...SUCCESS, data: `[${ROW},${ROW}]` };
    expect(found('find_instance_association', rows)).toEqual({});
    expect(found('add_instance_association', rows)).not.toEqual({});
    expect(found('delete_inst', { ...SUCCESS, data: 'null' })).toEqual({});
    expect(found('delete_inst', { ...FAILURE, code: undefined })).toEqual({
      'response.code.present_on_failure': { kind: 'member-missing', at: 'code' },
    });
  });

  it('is judged on its rows, each member once', () => {
    const wrong = '{"id":"x","bk_asst_inst_id":"y"}';
    const rows = { ...SUCCESS, data: `[${ROW},${wrong},${wrong}]` };
    expect(found('find_instance_association', rows)).toEqual({
      'response.data.id.type': {
        kind: 'wrong-type',
        at: 'data.id',
        expected: 'int64',
        found: 'string',
      },
      'response.data.bk_obj_asst_id.present': { kind: 'member-missing', at: 'data.bk_obj_asst_id' },
      'response.data.bk_asst_inst_id.type': {
        kind: 'wrong-type',
        at: 'data.bk_asst_inst_id',
        expected: 'int64',
        found: 'string',
      },
    });
  });
});

describe('members within members of rows', () => {
  const row = {
    type: 'object',
    required: ['owner'],
    properties: {
      owner: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, mail: { type: 'string' } },
      },
    },
  };
  const $id = 'https://example.com/rows';
  const validate = compileExact([
    { $id, type: 'object', properties: { data: { type: 'array', items: row } } },
  ])($id);
  const answer = [
    member('data', 'array'),
    member('data.owner', 'object'),
    member('data.owner.name', 'string'),
    optional('data.owner.mail', 'string'),
  ];
  const judgeRows = openEnvelopeJudge(anOutline({ answer }), ESB.envelope, {
    success: validate,
    failure: validate,
  });
  const found = (data: string) =>
    problemsIn(judge(bodyOf({ ...SUCCESS, data }), {}, {}, new Set(), judgeRows));

  it('are there where each row has them', () => {
    expect(found('[{"owner":{"name":"a"}},{"owner":{"name":"b","mail":"c"}}]')).toEqual({});
    expect(found('[]')).toEqual({});
  });

  it('are missing where a row lacks them, or what should hold them', () => {
    const missing = (at: string): Problem => ({ kind: 'member-missing', at });
    expect(found('[{"owner":{"name":"a"}},{"owner":{}}]')).toEqual({
      'response.data.owner.name.present': missing('data.owner.name'),
    });
    expect(found('[{}]')).toEqual({
      'response.data.owner.present': missing('data.owner'),
      'response.data.owner.name.present': missing('data.owner.name'),
      'response.data.owner.mail.present': missing('data.owner.mail'),
    });
  });

  it('are missing where what should hold them is of another type', () => {
    expect(Object.keys(found('[{"owner":"a"}]'))).toEqual([
      'response.data.owner.type',
      'response.data.owner.name.present',
      'response.data.owner.mail.present',
    ]);
    expect(Object.keys(found('null'))[0]).toBe('response.data.type');
    expect(Object.keys(found('null'))).toHaveLength(4);
  });
});
