import { describe, expect, it } from 'vitest';
import { judgeLeak } from '../../src/judge/leak.js';
import { createRedactor } from '../../src/redact/secrets.js';
import { answered, faulty, sentWith } from './an-answer.js';

const SECRET = '3f9c1b7e-62ad-4d08-9e5f';
const redactor = createRedactor({
  secrets: [{ name: 'bk_app_secret', value: SECRET }],
  users: [{ name: 'bk_username', value: 'administrator' }],
});

function leak(body: string, headers?: readonly (readonly [string, string])[]) {
  return judgeLeak(answered(body, headers === undefined ? {} : { headers }).sent, redactor);
}

const base = {
  requirement: 'convention.secrets.not_repeated',
  trial: 'exchange.7',
  evidence: [7],
};
const failed = {
  ...base,
  status: 'failed',
  problem: { kind: 'secret-repeated', name: 'bk_app_secret' },
};

describe('judgeLeak', () => {
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
    const partialBody = new TextEncoder().encode(`{"message":"${SECRET}`);
    const sent = sentWith(faulty({ kind: 'broken', answered: true, partialBody }));
    expect(judgeLeak(sent, redactor)).toEqual([failed]);
  });

  it('takes no header for the end of the one before', () => {
    const split = [
      ['x-a', SECRET.slice(0, 9)],
      ['x-b', SECRET.slice(9)],
    ] as const;
    expect(leak('{}', split)).toEqual([{ ...base, status: 'passed' }]);
  });

  it('says nothing where no answer came', () => {
    expect(judgeLeak(sentWith(faulty({ message: SECRET })), redactor)).toEqual([]);
  });

  it('is a trial of its own in each exchange', () => {
    const [finding] = judgeLeak(answered('{}', { n: 12 }).sent, redactor);
    expect(finding).toMatchObject({ trial: 'exchange.12', evidence: [12] });
  });
});
