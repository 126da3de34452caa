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
