import { describe, expect, it } from 'vitest';
import { limitIn } from '../../../src/suite/judge/rate-limit.js';
import { answered, cut, refused429, taken, tooFast } from '../an-answer.js';

describe('an answer that requests come too fast', () => {
  it.each([
    ['HTTP 429 with a page', answered(429, '<html>'), 1000, true],
    ['the ESB’s code', tooFast, 1000, true],
    ['the gateway’s codes', answered(200, '{"result":false,"code":1642902}'), 1000, true],
    ['HTTP 429 with a refusal of another code', refused429, 1000, false],
    ['with a time in seconds', answered(429, '{}', [['Retry-After', '7']]), 7000, true],
    ['with a long time', answered(429, '{}', [['retry-after', '86400']]), 86_400_000, true],
    ['with a date', answered(429, '{}', [['retry-after', 'Fri, 31 Dec 1999']]), 1000, true],
    ['with a number that goes on', answered(429, '{}', [['retry-after', '7x']]), 1000, true],
    [
      'with a time behind another header',
      answered(429, '{}', [
        ['X', '9'],
        ['retry-after', '7'],
      ]),
      7000,
      true,
    ],
    ['with a time in another header only', answered(429, '{}', [['X', '9']]), 1000, true],
    ['HTTP 429 with a list', answered(429, '[false]'), 1000, true],
    ['with no time', answered(429, '{}', [['retry-after', '']]), 1000, true],
  ])('is known: %s', (_what, sent, waitMs, sure) => {
    expect(limitIn(sent)).toEqual({ waitMs, sure });
  });

  it.each([
    ['a success', taken],
    ['a success with HTTP 429', answered(429, '{"result":true,"code":0}')],
    ['a success with the code of a refusal', answered(200, '{"result":true,"code":1306429}')],
    ['another refusal', answered(403, '{"result":false,"code":1306403}')],
    ['a code without a result', answered(200, '{"code":1306429}')],
    ['a result of another type', answered(200, '{"result":"false","code":1306429}')],
    ['a list', answered(200, '[1306429]')],
    ['no JSON', answered(503, 'busy')],
    ['a broken connection', cut],
  ])('is not %s', (_what, sent) => {
    expect(limitIn(sent)).toBeUndefined();
  });
});
