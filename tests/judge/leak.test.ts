import { describe, expect, it } from 'vitest';
import { applyLeak } from '../../src/judge/leak.js';
import { createRedactor } from '../../src/redact/secrets.js';
import { answered } from './an-answer.js';

const SECRET = '3f9c1b7e-62ad-4d08-9e5f';
const redactor = createRedactor({
  secrets: [{ name: 'bk_app_secret', value: SECRET }],
  users: [{ name: 'bk_username', value: 'administrator' }],
});

function leak(body: string, headers?: readonly (readonly [string, string])[]) {
  return applyLeak(answered(body, headers === undefined ? {} : { headers }).sent, redactor);
}

const base = {
  requirement: 'convention.secrets.not_repeated',
  experiment: { en: 'exchange 7', zh: '第 7 次交互' },
  evidence: [7],
};
const failed = {
  ...base,
  status: 'failed',
  reason: { en: 'the answer repeats <bk_app_secret>', zh: '应答中出现了 <bk_app_secret>' },
};

describe('applyLeak', () => {
  it('passes an answer without secrets', () => {
    expect(leak('{"message":"no"}')).toEqual([{ ...base, status: 'passed' }]);
  });

  it.each([
    `{"message":"secret ${SECRET} is wrong"}`,
    Buffer.from(SECRET).toString('base64'),
    `<html>${SECRET}`,
  ])('fails the body %s', (body) => {
    expect(leak(body)).toEqual([failed]);
  });

  it('fails a header with a secret', () => {
    expect(leak('{}', [['Location', `https://example.com/?s=${SECRET}`]])).toEqual([failed]);
    expect(
      leak('{}', [
        ['X-One', 'y'],
        [`X-${SECRET}`, 'z'],
      ]),
    ).toEqual([failed]);
  });

  it('does not count a user name', () => {
    expect(leak('{"message":"hello administrator"}')).toEqual([{ ...base, status: 'passed' }]);
  });

  it('looks at what came of an answer that is not whole', () => {
    const { sent } = answered('{}');
    const fault = { kind: 'broken', sent: true, answered: true, message: 'cut' } as const;
    const partialBody = new TextEncoder().encode(`{"message":"${SECRET}`);
    const outcome = { timing: { totalMs: 1 }, fault: { ...fault, partialBody } };
    expect(applyLeak({ exchange: sent.exchange, outcome }, redactor)).toMatchObject([
      { status: 'failed' },
    ]);
  });

  it('takes no header for the end of the one before', () => {
    const split = [
      ['x-a', SECRET.slice(0, 9)],
      ['x-b', SECRET.slice(9)],
    ] as const;
    expect(leak('{}', split)).toEqual([{ ...base, status: 'passed' }]);
  });

  it('says nothing where no answer came', () => {
    const { sent } = answered('{}');
    const outcome = {
      timing: { totalMs: 1 },
      fault: { kind: 'reset', sent: true, answered: false, message: SECRET },
    } as const;
    expect(applyLeak({ exchange: sent.exchange, outcome }, redactor)).toEqual([]);
  });
});
