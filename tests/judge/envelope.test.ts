import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { openEnvelopeJudge } from '../../src/judge/envelope.js';
import { compileExact } from '../../src/judge/exact-schema.js';
import { anOutline, member } from '../cases/a-subject.js';
import { answered, OTHER_ENVELOPE } from './an-answer.js';
import {
  bodyOf,
  failed,
  FAILURE,
  judge,
  judgedOn,
  problems,
  problemsIn,
  SUCCESS,
} from './envelope-judge.js';
import type { Members } from './envelope-judge.js';

const MEMBERS = ['result', 'code', 'message', 'data', 'permission', 'request_id'] as const;
const AS_FAILURE = { success: false };

describe('a right answer', () => {
  it('that is a success is judged on all that a success has to keep', () => {
    const findings = judge(bodyOf(SUCCESS));
    expect(findings.map(({ requirement }) => requirement)).toEqual([
      'response.body.json',
      'convention.json.duplicate_same',
      'convention.json.no_bom',
      'convention.content_type',
      ...MEMBERS.flatMap((name) => [`response.${name}.present`, `response.${name}.type`]),
      'response.data.id.present',
      'response.data.id.type',
      'response.code.meaning',
      'convention.json.integer_form',
      'convention.request_id.fresh',
    ]);
    for (const { requirement, ...rest } of findings) {
      expect(rest, requirement).toEqual({ status: 'passed', trial: 'it', evidence: [7] });
    }
  });

  it('that is a failure is judged on all that a failure has to keep', () => {
    const findings = judge(bodyOf(FAILURE), { ...AS_FAILURE, member: 'bk_inst_id' });
    expect(findings.map(({ requirement }) => requirement)).toEqual([
      'response.body.json',
      'convention.json.duplicate_same',
      'convention.json.no_bom',
      'convention.content_type',
      ...MEMBERS.flatMap((name) => [
        `response.${name}.present_on_failure`,
        `response.${name}.type`,
      ]),
      'response.code.meaning',
      'response.message.nonempty_on_failure',
      'convention.message.says_something',
      'convention.message.names_parameter',
      'convention.failure.no_id',
      'convention.json.integer_form',
      'convention.request_id.fresh',
    ]);
    expect(problemsIn(findings)).toEqual({});
  });

  it('is judged on nothing but requirements that exist', async () => {
    const { outlines, conventions } = await loadContract();
    const own = outlines.get('add_instance_association')?.requirements ?? [];
    const known = new Set([...own, ...conventions].map(({ id }) => id));
    const judged = [
      ...judgedOn(SUCCESS),
      ...judgedOn(FAILURE, { ...AS_FAILURE, member: 'bk_inst_id' }),
    ];
    for (const requirement of judged) expect(known).toContain(requirement);
  });

  it.each<[string, Members]>([
    ['further members', { extra: '{"a":[1]}', data: '{"id":1038,"more":"x"}' }],
    ['permission as an object', { permission: '{"system_id":"bk_cmdb"}' }],
    ['a large id', { data: '{"id":9223372036854775807}' }],
    ['an id below 0', { data: '{"id":-9223372036854775808}' }],
    ['a message', { message: '"success"' }],
  ])('may have %s', (_, change) => {
    expect(problems(SUCCESS, change)).toEqual({});
  });

  it.each<[string, Members]>([
    ['data as an object', { data: '{}' }],
    ['data that lists', { data: '{"failed":[{"id":1}]}' }],
    ['permission as an object', { permission: '{"system_id":"bk_cmdb"}' }],
    ['any positive code', { code: '1' }],
  ])('of a failure may have %s', (_, change) => {
    expect(problems(FAILURE, change)).toEqual({});
  });
});

describe('an answer without a usable result', () => {
  const either = { success: undefined };

  it('is judged as what it looks like where either may come', () => {
    expect(failed(SUCCESS, { result: undefined }, either)).toEqual(['response.result.present']);
    expect(failed(FAILURE, { result: '"no"' }, either)).toEqual(['response.result.type']);
    expect(failed(FAILURE, { result: undefined }, either)).toEqual([
      'response.result.present_on_failure',
    ]);
  });

  it('is judged as what had to come', () => {
    const problem = { kind: 'wrong-type', at: 'result', expected: 'boolean', found: 'string' };
    const asSuccess = problems(SUCCESS, { result: '"yes"' }, { success: true });
    expect(asSuccess).toEqual({ 'response.result.type': problem });
    const asFailure = problems(FAILURE, { result: '"no"' }, AS_FAILURE);
    expect(asFailure).toEqual({ 'response.result.type': problem });
    expect(judgedOn({ ...FAILURE, result: '"no"' }, AS_FAILURE)).toContain(
      'response.message.nonempty_on_failure',
    );
  });

  it('is not judged against what result says', () => {
    expect(judgedOn(FAILURE, { success: true })).toContain('response.code.present_on_failure');
  });
});

describe('an answer that travels by another binding', () => {
  const schema = { type: 'object', properties: { error: { type: 'integer' } } };
  const validate = compileExact([{ $id: 'https://example.com/it', ...schema }])(
    'https://example.com/it',
  );
  const outline = anOutline({
    createdId: 'thing.no',
    answer: [
      member('ok', 'boolean'),
      member('error', 'integer'),
      member('text', 'string'),
      member('thing', 'object'),
      member('trace', 'string'),
    ],
  });
  const judgeIt = openEnvelopeJudge(outline, OTHER_ENVELOPE, {
    success: validate,
    failure: validate,
  });
  const found = (inner: string, seen = new Set<string>()) => {
    const about = { trial: 'it', success: undefined, member: 'name' };
    return problemsIn(judgeIt(answered(`{"answer":${inner}}`, {}, OTHER_ENVELOPE), about, seen));
  };

  it('is judged by the names that the binding has', () => {
    expect(found('{"ok":true,"error":0,"text":"","thing":{"no":5},"trace":"t","code":1}')).toEqual(
      {},
    );
    const failure = '{"ok":false,"error":0.0,"text":"null","thing":{"no":5},"trace":"t"}';
    expect(found(failure, new Set(['t']))).toEqual({
      'response.error.meaning': { kind: 'contradiction', code: '0', result: false },
      'convention.message.says_something': { kind: 'message-says-nothing', message: 'null' },
      'convention.message.names_parameter': {
        kind: 'message-lacks-name',
        name: 'name',
        message: 'null',
      },
      'convention.failure.no_id': { kind: 'id-in-failure', at: 'thing.no', id: '5' },
      'convention.json.integer_form': { kind: 'integer-form', written: ['0.0'] },
      'convention.request_id.fresh': { kind: 'request-id-again', id: 't' },
    });
  });
});
