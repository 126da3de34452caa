import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  failed,
  FAILURE,
  judge,
  judgedOn,
  problems,
  problemsIn,
  SUCCESS,
} from '../envelope-judge.js';
import type { Members } from '../envelope-judge.js';

describe('code', () => {
  it.each<[string, boolean, boolean]>([
    ['0', true, true],
    ['1', true, false],
    ['-1', true, false],
    ['1', false, true],
    ['0', false, false],
    ['-1', false, false],
  ])('%s with result %s', (code, result, agree) => {
    const base = result ? SUCCESS : FAILURE;
    expect(problems(base, { code })).toEqual(
      agree ? {} : { 'response.code.meaning': { kind: 'contradiction', code, result } },
    );
  });

  it('is not compared where it or result has no value to compare', () => {
    for (const change of [{ code: '"0"' }, { result: '"true"' }, { code: undefined }]) {
      expect(judgedOn({ ...SUCCESS, ...change })).not.toContain('response.code.meaning');
    }
  });
});

describe('the form of integers', () => {
  it.each([
    ['data', '{"id":1038.0}', '1038.0'],
    ['data', '{"id":1.038e3}', '1.038e3'],
    ['code', '0.0', '0.0'],
    ['code', '-0', '-0'],
  ])('%s %s is a whole value in another form', (name, text, written) => {
    expect(problems(SUCCESS, { [name]: text })).toEqual({
      'convention.json.integer_form': { kind: 'integer-form', written: [written] },
    });
  });

  it('is listed for both', () => {
    expect(problems(SUCCESS, { code: '0.0', data: '{"id":5.0}' })).toEqual({
      'convention.json.integer_form': { kind: 'integer-form', written: ['0.0', '5.0'] },
    });
  });

  it('is not judged for a fraction, which is a wrong type', () => {
    expect(failed(SUCCESS, { data: '{"id":5.5}' })).toEqual(['response.data.id.type']);
  });
});

describe('request_id', () => {
  it('has to be fresh', () => {
    const seen = new Set<string>();
    const again = (members: Members) => problemsIn(judge(bodyOf(members), {}, {}, seen));
    expect(again(SUCCESS)).toEqual({});
    expect(again(SUCCESS)).toEqual({
      'convention.request_id.fresh': { kind: 'request-id-again', id: 'r-1' },
    });
    expect(again({ ...SUCCESS, request_id: '"r-2"' })).toEqual({});
    expect([...seen]).toEqual(['r-1', 'r-2']);
  });

  it('is not compared where it is no text', () => {
    const seen = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const body = bodyOf({ ...SUCCESS, request_id: '5' });
      expect(Object.keys(problemsIn(judge(body, {}, {}, seen)))).toEqual([
        'response.request_id.type',
      ]);
    }
    expect(seen.size).toBe(0);
  });
});
