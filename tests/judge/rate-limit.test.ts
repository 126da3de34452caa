import { describe, expect, it } from 'vitest';
import { limitIn } from '../../src/judge/rate-limit.js';
import { sentBack, cut, refused429, taken, tooFast } from './limited.js';

describe('an answer that requests come too fast', () => {
  it.each([
    ['HTTP 429 with a page', sentBack(429, '<html>'), 1000, true],
    ['the ESB’s code', tooFast, 1000, true],
    ['the gateway’s codes', sentBack(200, '{"result":false,"code":1642902}'), 1000, true],
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
  ])('is known: %s', (_what, sent, waitMs, sure) => {
    expect(limitIn(sent)).toEqual({ waitMs, sure });
  });

  it.each([
    ['a success', taken],
    ['a success with HTTP 429', sentBack(429, '{"result":true,"code":0}')],
    ['a success with the code of a refusal', sentBack(200, '{"result":true,"code":1306429}')],
    ['another refusal', sentBack(403, '{"result":false,"code":1306403}')],
    ['a code without a result', sentBack(200, '{"code":1306429}')],
    ['a result of another type', sentBack(200, '{"result":"false","code":1306429}')],
    ['a list', sentBack(200, '[1306429]')],
    ['no JSON', sentBack(503, 'busy')],
    ['a broken connection', cut],
  ])('is not %s', (_what, sent) => {
    expect(limitIn(sent)).toBeUndefined();
  });
});
