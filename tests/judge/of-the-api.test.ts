import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { isOfTheApi, isShutOut, whatAnswered } from '../../src/judge/of-the-api.js';
import { answered, faulty, sentWith } from './an-answer.js';
import type { Around } from './an-answer.js';

const ESB_404 = '{"result": false, "data": null, "message": "The content does not exist"}';

describe('an answer of the API', () => {
  it.each([
    ['a success', '{"result":true,"code":0,"message":"","data":null}', true],
    ['a refusal', '{"result":false,"code":1199006,"message":"no"}', true],
    ['the ESB’s for a wrong address', ESB_404, false],
    ['the ESB’s code for it', '{"result":false,"code":1306404,"message":"not found"}', false],
    ['the gateway’s code for it', '{"result":false,"code":1640401,"message":"no"}', false],
    ['an object of another service', '{"status":"ok"}', false],
    ['a page', '<html></html>', false],
  ])('%s: %s', (_, body, expected) => {
    expect(isOfTheApi(answered(body).answer, ESB)).toBe(expected);
  });
});

describe('what stands before the API', () => {
  it.each([
    [{ code: '1640302' }, true],
    [{ code: '1306405' }, true],
    [{ code: '1306000' }, false],
    [{}, false],
  ])('lets nobody through who is told %j: %s', (said, expected) => {
    expect(isShutOut({ message: 'no', ...said }, ESB)).toBe(expected);
  });
});

describe('what answered that is not the API', () => {
  const told = (body: string, around?: Around) => whatAnswered(answered(body, around).sent, ESB);

  it('is a redirect, with its aim', () => {
    const headers = [['Location', 'https://paas.example.com/login/']] as const;
    const location = 'https://paas.example.com/login/';
    expect(told('', { status: 302, headers })).toEqual({ what: 'redirect', status: 302, location });
    const aimless = told('', { status: 300, headers: [] });
    expect(aimless).toStrictEqual({ what: 'redirect', status: 300 });
  });

  it('is a page, with its title', () => {
    expect(told('<!doctype html><TITLE lang="en">\n Sign in </title>')).toEqual({
      what: 'page',
      status: 200,
      title: 'Sign in',
    });
    expect(told('<html>', { status: 404 })).toStrictEqual({ what: 'error-page', status: 404 });
    const empty = told('<title> </title>', { status: 400 });
    expect(empty).toStrictEqual({ what: 'error-page', status: 400 });
    const long = told(`<title>${'x'.repeat(500)}</title>`, { status: 502 });
    expect(long).toEqual({ what: 'error-page', status: 502, title: 'x'.repeat(120) });
  });

  it.each([
    'The plain HTTP request was sent to HTTPS port',
    'plain http sent to a TLS port',
    'Client sent a request: plain HTTP request was sent to an SSL port',
  ])('is a port that speaks TLS: %s', (words) => {
    expect(told(`<html>${words}`, { status: 400 })).toEqual({ what: 'tls-port', status: 400 });
  });

  it('is the ESB at a wrong address, with its words', () => {
    expect(told(ESB_404, { status: 404 })).toEqual({
      what: 'esb-not-found',
      status: 404,
      said: { message: 'The content does not exist' },
    });
  });

  it.each(['{"status":"ok"}', '[]', 'null'])('is another service: %s', (body) => {
    expect(told(body)).toEqual({ what: 'other-service', status: 200 });
  });

  it('is nothing where no answer came', () => {
    expect(whatAnswered(sentWith(faulty()), ESB)).toBeUndefined();
  });
});
