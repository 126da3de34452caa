import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { cameThrough } from '../../src/judge/came-through.js';
import { answered } from './an-answer.js';

describe('a request that came through to what does it', () => {
  it.each([
    ['a success', '{"result":true,"code":0,"message":"","data":null}', true],
    ['a refusal of CMDB', '{"result":false,"code":1199006,"message":"no"}', true],
    ['a refusal of the ESB', '{"result":false,"code":1306403,"message":"no"}', false],
    ['a refusal of the gateway', '{"result":false,"code":1640301,"message":"no"}', false],
    ['what is no envelope', '{"status":"ok"}', false],
    ['a page', '<html></html>', false],
  ])('%s: %s', (_, body, expected) => {
    expect(cameThrough(answered(body).answer, ESB)).toBe(expected);
  });
});
