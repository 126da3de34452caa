import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Header, RecordedExchange } from '../../src/record/exchange.js';
import { usualOf } from '../../src/record/usual.js';
import { wholeHeaders, wholeRequest } from '../../src/record/whole-exchange.js';

const JSON_TYPE: Header = ['content-type', 'application/json'];
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/** A whole exchange, as the client records it. */
function anExchange(
  n: number,
  sent: Partial<RecordedExchange['sent']> = {},
  headers: readonly Header[] | undefined = [JSON_TYPE],
): RecordedExchange {
  return {
    ...{ n, endpoint: 'add', purpose: 'request', atMs: n, durationMs: 1 },
    sent: { method: 'POST', path: '/add/', headers: HEADERS, body: `{"n":${n}}`, ...sent },
    answer: { status: 200, headers, body: '{}' },
  };
}

describe('what exchanges have in common', () => {
  it('is said once, by endpoint, and left out of each', () => {
    const other = { ...anExchange(3, { path: '/find/' }), endpoint: 'find' };
    const { usual, shorten } = usualOf([anExchange(1), anExchange(2), other]);
    expect(usual).toEqual({
      requests: {
        add: { method: 'POST', path: '/add/', headers: HEADERS },
        find: { method: 'POST', path: '/find/', headers: HEADERS },
      },
      answerHeaders: [JSON_TYPE],
    });
    expect(shorten(anExchange(2))).toEqual({
      ...{ n: 2, endpoint: 'add', purpose: 'request', atMs: 2, durationMs: 1 },
      sent: { body: '{"n":2}' },
      answer: { status: 200, body: '{}' },
    });
    expect(shorten(other).sent).toEqual({ body: '{"n":3}' });
  });

  it('is what most requests have; what is otherwise stands in its exchange', () => {
    const get = anExchange(1, { method: 'GET', body: '' });
    const cookie = anExchange(4, { headers: { ...HEADERS, cookie: 'a=b' } });
    const { usual, shorten } = usualOf([get, anExchange(2), anExchange(3), cookie]);
    expect(usual.requests['add']).toEqual({ method: 'POST', path: '/add/', headers: HEADERS });
    expect(shorten(get).sent).toEqual({ method: 'GET', body: '' });
    expect(shorten(cookie).sent).toEqual({
      headers: { ...HEADERS, cookie: 'a=b' },
      body: '{"n":4}',
    });
  });

  it('are the headers of more than half of the answers, by name and value', () => {
    const server: Header = ['server', 'nginx'];
    const request = (id: string): Header => ['x-request-id', id];
    const exchanges = [
      anExchange(1, {}, [JSON_TYPE, server, request('1')]),
      anExchange(2, {}, [JSON_TYPE, server, request('2')]),
      anExchange(3, {}, [JSON_TYPE, request('3')]),
      anExchange(4, {}, [['content-type', 'text/html'], request('4')]),
    ];
    const { usual, shorten } = usualOf(exchanges);
    expect(usual.answerHeaders).toEqual([JSON_TYPE]);
    const [first, , , last] = exchanges.map(shorten);
    expect(first?.answer).toEqual({ status: 200, headers: [server, request('1')], body: '{}' });
    expect(last?.answer).toEqual({
      status: 200,
      headers: [['content-type', 'text/html'], request('4')],
      without: ['content-type'],
      body: '{}',
    });
  });

  it('are all headers of one name together', () => {
    const cookies = (...values: string[]): Header[] =>
      values.map((value) => ['set-cookie', value] as const);
    const both = anExchange(1, {}, cookies('a=1', 'b=2'));
    const { usual, shorten } = usualOf([both, { ...both, n: 2 }, { ...both, n: 3 }]);
    expect(usual.answerHeaders).toEqual(cookies('a=1', 'b=2'));
    const answerOf = (...values: string[]) => shorten(anExchange(4, {}, cookies(...values))).answer;
    expect(answerOf('a=1', 'b=2')).toEqual({ status: 200, body: '{}' });
    for (const values of [['a=1'], ['b=2', 'a=1'], ['a=1', 'a=1', 'b=2']]) {
      expect(answerOf(...values)).toEqual({
        ...{ status: 200, body: '{}' },
        ...{ headers: cookies(...values), without: ['set-cookie'] },
      });
    }
  });

  it('is nothing where there are no exchanges, or no answers', () => {
    expect(usualOf([]).usual).toEqual({ requests: {}, answerHeaders: [] });
    const { sent } = anExchange(1);
    const silent: RecordedExchange = {
      ...{ n: 1, endpoint: 'add', purpose: 'request', atMs: 1, durationMs: 1, sent },
    };
    const { usual, shorten } = usualOf([silent]);
    expect(usual.answerHeaders).toEqual([]);
    expect(shorten(silent)).not.toHaveProperty('answer');
  });

  it('is put back as it was, whatever the exchanges are', () => {
    const header = fc.constantFrom<Header>(
      ...([
        JSON_TYPE,
        ['content-type', 'x'],
        ['server', 'a'],
        ['server', 'b'],
        ['date', 'd'],
      ] as const),
    );
    const exchange = fc.record({
      endpoint: fc.constantFrom('add', 'find', '__proto__', 'toString'),
      method: fc.constantFrom('POST', 'GET'),
      path: fc.constantFrom('/add/', '/find/', ''),
      accept: fc.constantFrom('application/json', '*/*'),
      headers: fc.array(header, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 12 }), (drawn) => {
        const whole = drawn.map(({ endpoint, method, path, accept, headers }, n) => ({
          ...anExchange(n, { method, path, headers: { accept } }, headers),
          endpoint,
        }));
        const { usual, shorten } = usualOf(whole);
        for (const exchange of whole) {
          const short = shorten(exchange);
          const { headers = {}, ...sent } = exchange.sent;
          expect(wholeRequest(short, usual)).toEqual({ ...sent, headers: Object.entries(headers) });
          const sorted = (some: readonly Header[]): string[] => some.map(String).sort();
          if (short.answer === undefined) throw new Error('the answer is gone');
          expect(sorted(wholeHeaders(short.answer, usual))).toEqual(
            sorted(exchange.answer?.headers ?? []),
          );
        }
      }),
    );
  });
});
