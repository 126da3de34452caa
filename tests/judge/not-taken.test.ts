import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { notTaken } from '../../src/judge/not-taken.js';
import { OTHER_ENVELOPE } from './an-answer.js';
import { cut, refused429, sentBack, taken, tooFast } from './limited.js';

describe('an answer that requests come too fast', () => {
  it.each([
    ['HTTP 429 with a page', sentBack(429, '<html>'), 1000, true],
    ['the ESB’s code', tooFast, 1000, true],
    ['the gateway’s codes', sentBack(200, '{"result":false,"code":1642902}'), 1000, true],
    [
      'a code with the status of a gateway',
      sentBack(503, '{"result":false,"code":1306429}'),
      1000,
      true,
    ],
    ['HTTP 429 with a refusal of another code', refused429, 1000, false],
    ['with a time in seconds', sentBack(429, '{}', [['Retry-After', '7']]), 7000, true],
    ['with a long time', sentBack(429, '{}', [['retry-after', '86400']]), 86_400_000, true],
    ['with a date', sentBack(429, '{}', [['retry-after', 'Fri, 31 Dec 1999']]), 1000, true],
    ['with a number that goes on', sentBack(429, '{}', [['retry-after', '7x']]), 1000, true],
    [
      'with a time behind another header',
      sentBack(429, '{}', [
        ['X', '9'],
        ['retry-after', '7'],
      ]),
      7000,
      true,
    ],
    ['with a time in another header only', sentBack(429, '{}', [['X', '9']]), 1000, true],
    ['HTTP 429 with a list', sentBack(429, '[false]'), 1000, true],
    ['with no time', sentBack(429, '{}', [['retry-after', '']]), 1000, true],
  ])('is known: %s', (_, sent, waitMs, sure) => {
    const status = sent.outcome.answer?.status;
    expect(notTaken(sent, ESB)).toMatchObject({ why: 'limit', status, waitMs, sure });
  });

  it('keeps what it says, where it is an envelope', () => {
    const body = '{"result":false,"code":1306429,"message":"too fast"}';
    const said = { code: '1306429', message: 'too fast' };
    expect(notTaken(sentBack(200, body), ESB)?.said).toEqual(said);
    expect(notTaken(sentBack(429, '<html>'), ESB)).not.toHaveProperty('said');
  });

  it.each([
    ['a success', taken],
    ['a success with HTTP 429', sentBack(429, '{"result":true,"code":0}')],
    ['a success with the code of a refusal', sentBack(200, '{"result":true,"code":1306429}')],
    ['another refusal', sentBack(403, '{"result":false,"code":1306403}')],
    ['a code without a result', sentBack(200, '{"code":1306429}')],
    ['a result of another type', sentBack(200, '{"result":"false","code":1306429}')],
    ['a list', sentBack(200, '[1306429]')],
    ['a broken connection', cut],
  ])('is not %s', (_, sent) => {
    expect(notTaken(sent, ESB)).toBeUndefined();
  });

  it('is known by the codes and the names of the binding', () => {
    const codes = { ...ESB.codes, limit: new Set([9n]) };
    const own = { envelope: OTHER_ENVELOPE, codes };
    const limited = sentBack(200, '{"answer":{"ok":false,"error":9}}');
    expect(notTaken(limited, own)).toMatchObject({ why: 'limit', status: 200, sure: true });
    expect(notTaken(sentBack(200, '{"answer":{"ok":false,"error":1306429}}'), own)).toBeUndefined();
    expect(notTaken(sentBack(429, '{"answer":{"ok":true}}'), own)).toBeUndefined();
    expect(notTaken(tooFast, own)).toBeUndefined();
  });
});

describe('an answer of a gateway in the API’s place', () => {
  it.each([502, 503, 504])('is HTTP %i that is no envelope', (status) => {
    for (const body of ['', '<html>', '[]', '{}', '{"code":1306429}']) {
      expect(notTaken(sentBack(status, body), ESB), body).toEqual({
        why: 'gateway',
        status,
        waitMs: 1000,
        sure: true,
      });
    }
    expect(notTaken(sentBack(status, 'busy', [['Retry-After', '2']]), ESB)?.waitMs).toBe(2000);
  });

  it.each([
    [1650200, 502],
    [1650201, 502],
    [1650300, 503],
    [1650401, 504],
  ])('is the gateway’s code %i, whatever the HTTP status', (code, status) => {
    const body = `{"result":false,"code":${code},"message":"x","data":null}`;
    const said = { code: String(code), message: 'x' };
    const known = { why: 'gateway', status, sure: true, said };
    for (const sent of [200, status]) {
      expect(notTaken(sentBack(sent, body), ESB)).toMatchObject(known);
    }
    expect(notTaken(sentBack(200, body.replace('false', 'true')), ESB)).toBeUndefined();
  });

  it('is an ESB’s whose CMDB gave it no answer, unless the request is the reason', () => {
    const body = '{"result":false,"code":1306201,"message":"Connection refused"}';
    expect(notTaken(sentBack(200, body), ESB)).toEqual({
      why: 'gateway',
      status: 502,
      waitMs: 1000,
      sure: false,
      said: { code: '1306201', message: 'Connection refused' },
    });
  });

  it.each([
    ['an envelope', sentBack(503, '{"result":false,"code":1,"message":"x"}')],
    ['a success', sentBack(502, '{"result":true}')],
    ['an error of the API itself', sentBack(500, 'busy')],
    ['a status of another kind', sentBack(501, '')],
  ])('is not %s', (_, sent) => {
    expect(notTaken(sent, ESB)).toBeUndefined();
  });
});
