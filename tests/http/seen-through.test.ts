import { describe, expect, it } from 'vitest';
import type { WireOutcome } from '../../src/http/exchange.js';
import { seenThrough } from '../../src/http/seen-through.js';

describe('a 407', () => {
  const timing = { totalMs: 1 };
  const outcomeOf = (status: number): WireOutcome => ({
    timing,
    answer: { status, headers: [], body: new Uint8Array(), sentBytes: 0 },
  });
  const target = { host: 'cmdb.example.com', port: 80 };
  const proxy = { host: 'proxy.example.com', port: 3128, secrets: [], tunnel: false };

  it.each([
    ['credentials', proxy],
    ['other credentials', { ...proxy, authorization: 'Basic x' }],
  ])('is the proxy’s, which wants %s', (wants, through) => {
    expect(seenThrough({ target, proxy: through }, outcomeOf(407))).toEqual({
      timing,
      fault: {
        kind: 'unreachable',
        sent: false,
        answered: false,
        message: `no connection: the proxy wants ${wants}: HTTP 407`,
        status: 407,
      },
    });
  });

  it('is the target’s own without such a proxy, and any other status always', () => {
    for (const [route, status] of [
      [{ target }, 407],
      [{ target, proxy: { ...proxy, tunnel: true } }, 407],
      [{ target, proxy }, 403],
    ] as const) {
      const outcome = outcomeOf(status);
      expect(seenThrough(route, outcome)).toBe(outcome);
    }
    const fault: WireOutcome = {
      timing,
      fault: { kind: 'reset', sent: true, answered: false, message: 'x' },
    };
    expect(seenThrough({ target, proxy }, fault)).toBe(fault);
  });
});

describe('a page that asks for a client certificate', () => {
  const timing = { totalMs: 1 };
  const outcomeOf = (status: number, page: string): WireOutcome => {
    const body = Buffer.from(page);
    return { timing, answer: { status, headers: [], body, sentBytes: body.length } };
  };
  const page = (title: string): string =>
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>nginx</body></html>`;
  const ASKS = page('400 No required SSL certificate was sent');
  const REFUSES = page('400 The SSL certificate error');
  const target = { host: 'cmdb.example.com', port: 443, tls: {} };

  it.each([
    [ASKS, false, 'the server asks for a client certificate'],
    [REFUSES, true, 'the server does not accept the client certificate'],
  ])('is no answer of the target (%#)', (body, hasCertificate, words) => {
    const route = { target: { ...target, hasCertificate } };
    expect(seenThrough(route, outcomeOf(400, body))).toEqual({
      timing,
      fault: {
        kind: 'unreachable',
        sent: false,
        answered: false,
        message: `no connection: ${words}: HTTP 400`,
        status: 400,
      },
    });
  });

  it.each([
    ['without TLS', { target: { host: 'cmdb.example.com', port: 80 } }, 400, ASKS],
    ['of another status', { target }, 200, ASKS],
    ['of another title', { target }, 400, page('400 Bad Request')],
    ['as a value', { target }, 400, JSON.stringify({ message: 'The SSL certificate error' })],
    ['far down', { target }, 400, ' '.repeat(1024) + ASKS],
  ])('is none %s', (_what, route, status, body) => {
    const outcome = outcomeOf(status, body);
    expect(seenThrough(route, outcome)).toBe(outcome);
  });
});
