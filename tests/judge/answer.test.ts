import { shortenQuotes } from '../../src/judge/quote.js';
import { describe, expect, it } from 'vitest';
import {
  codeOf,
  idOf,
  integerOf,
  isObject,
  readAnswer,
  saidIn,
  wordsOf,
} from '../../src/judge/answer.js';
import type { WireFault, WireOutcome } from '../../src/http/exchange.js';
import { ExactNumber } from '../../src/json/json-value.js';
import { readJsonBytes } from '../../src/json/read-json.js';
import { answered, objectOf, outcomeOf } from './an-answer.js';

const REFUSED = '{"result":false,"code":1306000,"message":"no"}';

function faulty(fault: Partial<WireFault>): WireOutcome {
  return {
    timing: { totalMs: 1 },
    fault: { kind: 'reset', sent: true, answered: false, message: 'it ended', ...fault },
  };
}

function kindOf(body: string, status = 200): string {
  return answered(body, { status }).answer.kind;
}

describe('readAnswer without a whole answer', () => {
  it('tells that nothing came', () => {
    const outcome = faulty({});
    expect(readAnswer(outcome, undefined)).toEqual({
      kind: 'none',
      fault: outcome.fault,
      why: { en: 'no answer: it ended', zh: '没有应答：连接在应答之前断开（it ended）' },
    });
  });

  it('tells that what came is broken', () => {
    expect(readAnswer(faulty({ kind: 'broken', answered: true }), undefined)).toEqual({
      kind: 'broken',
      why: {
        en: 'the answer is broken: it ended',
        zh: '应答损坏：不是完整、正确的 HTTP 应答（it ended）',
      },
    });
  });
});

describe('readAnswer with a body that is no JSON object', () => {
  it('names the problem and its place', () => {
    const { answer } = answered('{"result":true,}');
    expect(answer).toEqual({
      kind: 'broken',
      why: {
        en: 'the body is not JSON: trailing comma (offset 15)',
        zh: '应答正文不是 JSON（trailing comma (offset 15)）',
      },
    });
  });

  it('is broken where the body was not read', () => {
    expect(readAnswer(outcomeOf(''), undefined)).toEqual({
      kind: 'broken',
      why: { en: 'the body is not JSON: ', zh: '应答正文不是 JSON（）' },
    });
  });

  it.each(['[]', '[{"result":true}]', 'null', '"text"', '1', '1.5', 'true'])('%s', (body) => {
    expect(answered(body).answer).toEqual({
      kind: 'broken',
      why: { en: 'the body is JSON, but no object', zh: '应答正文是 JSON，但不是对象' },
    });
  });

  it.each(['', '<html></html>', `${REFUSED}${REFUSED}`])('%j is broken', (body) => {
    expect(kindOf(body)).toBe('broken');
  });
});

describe('readAnswer and the HTTP status', () => {
  it.each([300, 301, 302, 307, 308, 399])('%i is a broken answer, whatever its body', (status) => {
    expect(answered('{"result":true}', { status }).answer).toEqual({
      kind: 'broken',
      why: {
        en: `HTTP ${status} redirects elsewhere; credentials are not carried there`,
        zh: `HTTP ${status} 重定向；凭证不会被带往他处`,
      },
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

  it('is refused when it is a well-formed failure', () => {
    expect(answered(REFUSED).answer).toEqual({ kind: 'refused', body: objectOf(REFUSED) });
    expect(kindOf('{"result":false,"code":1,"message":"x"}')).toBe('refused');
    expect(kindOf('{"result":false,"code":1.0,"message":"x"}')).toBe('refused');
  });

  it.each([
    ['{}', 'result, code, message'],
    ['{"result":"true"}', 'result, code, message'],
    ['{"result":null,"code":1,"message":"x"}', 'result'],
    ['{"result":1,"code":1,"message":"x"}', 'result'],
    ['{"result":false,"code":0,"message":"x"}', 'code'],
    ['{"result":false,"code":-1,"message":"x"}', 'code'],
    ['{"result":false,"code":"1","message":"x"}', 'code'],
    ['{"result":false,"code":1.5,"message":"x"}', 'code'],
    ['{"result":false,"code":null,"message":"x"}', 'code'],
    ['{"result":false,"message":"x"}', 'code'],
    ['{"result":false,"code":1,"message":""}', 'message'],
    ['{"result":false,"code":1,"message":null}', 'message'],
    ['{"result":false,"code":1,"message":["x"]}', 'message'],
    ['{"result":false,"code":1}', 'message'],
  ])('%s is malformed: %s', (body, members) => {
    expect(answered(body).answer).toEqual({
      kind: 'malformed',
      body: objectOf(body),
      why: {
        en: `the answer is no well-formed failure (${members})`,
        zh: `应答不是格式正确的失败应答（${members}）`,
      },
    });
  });
});

describe('isObject', () => {
  it('is true for objects only', () => {
    expect(isObject({})).toBe(true);
    expect(isObject(objectOf('{"a":1}'))).toBe(true);
    for (const value of [undefined, null, true, 'x', 1n, [], [{}], new ExactNumber('1.5')]) {
      expect(isObject(value)).toBe(false);
    }
  });
});

describe('integerOf', () => {
  it('gives whole numbers in any form', () => {
    expect(integerOf(0n)).toBe(0n);
    expect(integerOf(9223372036854775807n)).toBe(9223372036854775807n);
    expect(integerOf(-9223372036854775808n)).toBe(-9223372036854775808n);
    expect(integerOf(new ExactNumber('1038.0'))).toBe(1038n);
    expect(integerOf(new ExactNumber('1e3'))).toBe(1000n);
  });

  it('gives nothing for the rest', () => {
    for (const value of [undefined, null, true, '11', [], {}, 9223372036854775808n]) {
      expect(integerOf(value)).toBeUndefined();
    }
    expect(integerOf(-9223372036854775809n)).toBeUndefined();
    expect(integerOf(new ExactNumber('11.5'))).toBeUndefined();
    expect(integerOf(new ExactNumber('1e300'))).toBeUndefined();
  });
});

describe('idOf', () => {
  it('reads the id exactly', () => {
    expect(idOf(objectOf('{"data":{"id":9007199254740993}}'))).toBe(9007199254740993n);
  });

  it.each(['{}', '{"data":null}', '{"data":{}}', '{"data":{"id":"1"}}', '{"data":[{"id":1}]}'])(
    '%s has none',
    (body) => {
      expect(idOf(objectOf(body))).toBeUndefined();
    },
  );
});

describe('codeOf', () => {
  it('takes an int of any size, in any form', () => {
    expect(codeOf({ code: 9223372036854775808n })).toBe(9223372036854775808n);
    expect(codeOf({ code: new ExactNumber('1e3') })).toBe(1000n);
    expect(answered('{"result":false,"code":9223372036854775808,"message":"x"}').answer.kind).toBe(
      'refused',
    );
  });

  it('gives nothing for the rest', () => {
    for (const code of [null, '1', 'x', true, new ExactNumber('1.5'), [1n]]) {
      expect(codeOf({ code })).toBeUndefined();
    }
    expect(codeOf({})).toBeUndefined();
  });
});

describe('wordsOf', () => {
  it('is what the target said, or why it said nothing', () => {
    expect(wordsOf(answered('{"result":false,"code":1,"message":"no such host"}').answer)).toEqual({
      en: 'no such host',
      zh: 'no such host',
    });
    expect(wordsOf(answered('{"result":true}').answer)).toEqual({
      en: 'it was accepted',
      zh: '请求被接受',
    });
    expect(wordsOf(answered('[]').answer).en).toBe('the body is JSON, but no object');
    expect(wordsOf(answered('{"result":false}').answer).en).toContain('no well-formed failure');
    expect(wordsOf(readAnswer(faulty({}), undefined)).en).toBe('no answer: it ended');
  });
});

describe('saidIn', () => {
  it('gives the message, of which the beginning is shown', () => {
    expect(saidIn(objectOf('{"message":"no such host"}'))).toBe('no such host');
    expect(shortenQuotes(saidIn({ message: 'x'.repeat(201) }))).toBe(`${'x'.repeat(200)}…`);
  });

  it('gives nothing where the message is no text', () => {
    expect(saidIn({})).toBe('');
    expect(saidIn({ message: 5n })).toBe('');
  });
});

it('reads a body after a byte order mark', () => {
  const bytes = new TextEncoder().encode('\ufeff{"result":true}');
  expect(readAnswer(outcomeOf(bytes), readJsonBytes(bytes)).kind).toBe('accepted');
});
