import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { readAnswer } from '../../../src/judge/answer.js';
import type { Problem } from '../../../src/record/problem.js';
import { faulty, sentWith } from '../an-answer.js';
import { bodyOf, judge, judgeOf, problemsIn, SUCCESS } from '../envelope-judge.js';

describe('the body', () => {
  it('may not have a key twice with different values', () => {
    const body = bodyOf(SUCCESS).replace('{', '{"code":5,"message":"x",');
    expect(problemsIn(judge(body))).toEqual({
      'response.body.json': { kind: 'key-twice', at: ['code', 'message'] },
    });
  });

  it('is to have no key twice with the same value', () => {
    const body = bodyOf(SUCCESS).replace('{', '{"code":0,');
    expect(problemsIn(judge(body))).toEqual({
      'convention.json.duplicate_same': { kind: 'key-twice', at: ['code'] },
    });
  });

  it('is to have no byte order mark', () => {
    expect(problemsIn(judge(`\ufeff${bodyOf(SUCCESS)}`))).toEqual({
      'convention.json.no_bom': { kind: 'byte-order-mark' },
    });
  });

  it.each<[string, Problem]>([
    ['<html></html>', { kind: 'not-json', words: 'no JSON value', offset: 0 }],
    ['', { kind: 'not-json', words: 'the text is empty', offset: 0 }],
    ['[]', { kind: 'not-an-object' }],
  ])('%j is none, and nothing else is judged', (body, problem) => {
    expect(judge(body)).toEqual([
      { requirement: 'response.body.json', status: 'failed', trial: 'it', evidence: [7], problem },
    ]);
  });

  it('is not judged where nothing came', () => {
    const sent = sentWith(faulty());
    const answer = readAnswer(sent.outcome, undefined, ESB.envelope);
    expect(answer.kind).toBe('none');
    const about = { trial: 'it', success: true };
    expect(judgeOf('add_instance_association')({ answer, sent }, about, new Set())).toEqual([]);
  });
});

describe('the content type', () => {
  const type = (value: string) => {
    const headers = [
      ['x-a', 'text/html'],
      ['content-TYPE', value],
    ] as const;
    return problemsIn(judge(bodyOf(SUCCESS), {}, { headers }));
  };

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json ;charset=utf-8',
    'Application/JSON',
    'application/problem+json',
    'application/vnd.bk-cmdb.v3+json',
  ])('%s is JSON', (value) => {
    expect(type(value)).toEqual({});
  });

  it.each([
    'text/html',
    'text/json',
    'application/jsonp',
    'application/json-seq',
    'application/javascript',
    'x-application/json',
    'application/+json',
  ])('%s is not', (value) => {
    expect(type(value)).toEqual({
      'convention.content_type': { kind: 'content-type', found: value },
    });
  });

  it('has to be there', () => {
    expect(problemsIn(judge(bodyOf(SUCCESS), {}, { headers: [] }))).toEqual({
      'convention.content_type': { kind: 'content-type' },
    });
  });
});
