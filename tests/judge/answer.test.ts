import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { codeOf, idOf, readAnswer, saidIn, valueAt, whyNot } from '../../src/judge/answer.js';
import type { Answer } from '../../src/judge/answer.js';
import { ExactNumber } from '../../src/json/json-value.js';
import { answered, faulty, objectOf, OTHER_ENVELOPE, outcomeOf } from './an-answer.js';

const { envelope } = ESB;
const REFUSED = '{"result":false,"code":1306000,"message":"no"}';

function kindOf(body: string, status = 200): string {
  return answered(body, { status }).answer.kind;
}

describe('readAnswer without a whole answer', () => {
  it('tells that nothing came', () => {
    const outcome = faulty({ kind: 'timeout', message: 'too long' });
    expect(readAnswer(outcome, undefined, envelope)).toEqual({
      kind: 'none',
      fault: outcome.fault,
      why: { kind: 'no-answer', fault: 'timeout', words: 'too long' },
    });
  });

  it('tells that what came is broken', () => {
    const outcome = faulty({ kind: 'broken', answered: true, message: 'cut off' });
    expect(readAnswer(outcome, undefined, envelope)).toEqual({
      kind: 'broken',
      why: { kind: 'answer-broken', fault: 'broken', words: 'cut off' },
    });
  });
});

describe('readAnswer with a body that is no JSON object', () => {
  it('names the problem and its place', () => {
    expect(answered('{"result":true,}').answer).toEqual({
      kind: 'broken',
      why: { kind: 'not-json', words: 'trailing comma', offset: 15 },
    });
  });

  it('is broken where the body was not read', () => {
    expect(readAnswer(outcomeOf(''), undefined, envelope)).toEqual({
      kind: 'broken',
      why: { kind: 'not-json', words: '', offset: 0 },
    });
  });

  it.each(['[]', '[{"result":true}]', 'null', '"text"', '1', '1.5', 'true'])('%s', (body) => {
    expect(answered(body).answer).toEqual({ kind: 'broken', why: { kind: 'not-an-object' } });
  });

  it.each(['', '<html></html>', `${REFUSED}${REFUSED}`])('%j is broken', (body) => {
    const { answer } = answered(body);
    expect(answer).toMatchObject({ kind: 'broken', why: { kind: 'not-json' } });
  });
});

describe('readAnswer and the HTTP status', () => {
  it.each([300, 301, 302, 307, 308, 399])('%i is a broken answer, whatever its body', (status) => {
    expect(answered('{"result":true}', { status }).answer).toEqual({
      kind: 'broken',
      why: { kind: 'redirected', status },
    });
  });

  it('says where a redirect leads', () => {
    const headers = [
      ['X-Other', '/no'],
      ['location', '/login'],
    ] as const;
    expect(answered('', { status: 302, headers }).answer).toEqual({
      kind: 'broken',
      why: { kind: 'redirected', status: 302, to: '/login' },
    });
  });

  it.each([200, 201, 299, 400, 401, 403, 404, 500, 503])('%i is not judged', (status) => {
    expect(kindOf('{"result":true}', status)).toBe('accepted');
    expect(kindOf(REFUSED, status)).toBe('refused');
  });
});

describe('readAnswer with an object', () => {
  it('is accepted when result is true, whatever else is missing', () => {
    expect(answered('{"result":true}').answer).toEqual({
      kind: 'accepted',
      body: objectOf('{"result":true}'),
    });
    expect(kindOf('{"result":true,"code":5,"message":""}')).toBe('accepted');
  });

  it('is refused when it is a well-formed failure, with what it says', () => {
    expect(answered(REFUSED).answer).toEqual({
      kind: 'refused',
      body: objectOf(REFUSED),
      said: { code: '1306000', message: 'no' },
    });
    expect(kindOf('{"result":false,"code":1,"message":"x"}')).toBe('refused');
    expect(kindOf('{"result":false,"code":1.0,"message":"x"}')).toBe('refused');
  });

  it.each([
    ['{}', ['result', 'code', 'message']],
    ['{"result":"true"}', ['result', 'code', 'message']],
    ['{"result":null,"code":1,"message":"x"}', ['result']],
    ['{"result":1,"code":1,"message":"x"}', ['result']],
    ['{"result":false,"code":0,"message":"x"}', ['code']],
    ['{"result":false,"code":-1,"message":"x"}', ['code']],
    ['{"result":false,"code":"1","message":"x"}', ['code']],
    ['{"result":false,"code":1.5,"message":"x"}', ['code']],
    ['{"result":false,"code":null,"message":"x"}', ['code']],
    ['{"result":false,"message":"x"}', ['code']],
    ['{"result":false,"code":1,"message":""}', ['message']],
    ['{"result":false,"code":1,"message":null}', ['message']],
    ['{"result":false,"code":1,"message":["x"]}', ['message']],
    ['{"result":false,"code":1}', ['message']],
  ])('%s is malformed: %j', (body, members) => {
    expect(answered(body).answer).toEqual({
      kind: 'malformed',
      body: objectOf(body),
      why: { kind: 'no-well-formed-failure', members },
    });
  });
});

describe('readAnswer by another binding', () => {
  const read = (inner: string) => answered(`{"answer":${inner}}`, {}, OTHER_ENVELOPE).answer;

  it('has the members where and as the binding has them', () => {
    expect(read('{"ok":true}')).toEqual({ kind: 'accepted', body: { ok: true } });
    expect(read('{"ok":false,"error":5,"text":"no","result":true}')).toEqual({
      kind: 'refused',
      body: { ok: false, error: 5n, text: 'no', result: true },
      said: { code: '5', message: 'no' },
    });
    expect(read('{"result":false,"code":1,"message":"x"}')).toMatchObject({
      why: { kind: 'no-well-formed-failure', members: ['ok', 'error', 'text'] },
    });
  });
});

describe('valueAt', () => {
  it('goes from object to object', () => {
    const body = objectOf('{"data":{"id":5,"list":[{"id":6}]}}');
    expect(valueAt(body, 'data.id')).toBe(5n);
    expect(valueAt(body, 'data')).toBe(body['data']);
    for (const path of ['id', 'data.id.more', 'data.list.0', 'data.list.id', 'none.id', '']) {
      expect(valueAt(body, path), path).toBeUndefined();
    }
  });
});

describe('idOf', () => {
  it('reads the id exactly, where the endpoint has it', () => {
    const body = objectOf('{"data":{"id":9007199254740993,"bk_inst_id":5}}');
    expect(idOf(body, 'data.id')).toBe(9007199254740993n);
    expect(idOf(body, 'data.bk_inst_id')).toBe(5n);
    expect(idOf(body, undefined)).toBeUndefined();
  });

  it.each([
    '{}',
    '{"data":null}',
    '{"data":{}}',
    '{"data":{"id":"1"}}',
    '{"data":[{"id":1}]}',
    '{"data":{"id":9223372036854775808}}',
  ])('%s has none', (body) => {
    expect(idOf(objectOf(body), 'data.id')).toBeUndefined();
  });
});

describe('codeOf', () => {
  it('takes an int of any size, in any form', () => {
    expect(codeOf({ code: 9223372036854775808n }, envelope)).toBe(9223372036854775808n);
    expect(codeOf({ code: new ExactNumber('1e3') }, envelope)).toBe(1000n);
    expect(codeOf({ code: 1n, error: 2n }, OTHER_ENVELOPE)).toBe(2n);
    expect(answered('{"result":false,"code":9223372036854775808,"message":"x"}').answer.kind).toBe(
      'refused',
    );
  });

  it('gives nothing for the rest', () => {
    for (const code of [null, '1', 'x', true, new ExactNumber('1.5'), [1n]]) {
      expect(codeOf({ code }, envelope)).toBeUndefined();
    }
    expect(codeOf({}, envelope)).toBeUndefined();
  });
});

describe('saidIn', () => {
  it('gives code and message as they came', () => {
    expect(saidIn({ code: 9223372036854775808n, message: 'no such host' }, envelope)).toEqual({
      code: '9223372036854775808',
      message: 'no such host',
    });
    expect(saidIn({ error: 5n, text: 'no', message: 'other' }, OTHER_ENVELOPE)).toEqual({
      code: '5',
      message: 'no',
    });
  });

  it('gives an empty message where it is no text, and no code where it is no integer', () => {
    expect(saidIn({}, envelope)).toEqual({ message: '' });
    expect(saidIn({ code: '5', message: 5n }, envelope)).toEqual({ message: '' });
  });
});

describe('whyNot', () => {
  const why = (answer: Answer) => (answer.kind === 'accepted' ? undefined : whyNot(answer));

  it('is what the target said, or what is wrong with its answer', () => {
    expect(why(answered(REFUSED).answer)).toEqual({
      kind: 'valid-refused',
      said: { code: '1306000', message: 'no' },
    });
    expect(why(answered('[]').answer)).toEqual({ kind: 'not-an-object' });
    expect(why(answered('{"result":false}').answer)).toEqual({
      kind: 'no-well-formed-failure',
      members: ['code', 'message'],
    });
    expect(why(readAnswer(faulty(), undefined, envelope))).toEqual({
      kind: 'no-answer',
      fault: 'reset',
      words: 'it ended',
    });
  });
});

it('reads a body after a byte order mark', () => {
  expect(answered(new TextEncoder().encode('\ufeff{"result":true}')).answer.kind).toBe('accepted');
});
