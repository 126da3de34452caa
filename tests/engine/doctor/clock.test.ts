import { describe, expect, it } from 'vitest';
import { checkClock } from '../../../src/engine/doctor/clock.js';
import { anExchange } from '../../report/an-exchange.js';

const SENT = Date.parse('2026-03-01T10:00:00.700Z');

/** What is said of a clock whose answer took so long and carries this time. */
function aheadMs(date: string, durationMs: number): number | undefined {
  const exchange = anExchange({ n: 1, purpose: 'request' });
  const answer = { status: 200, headers: [['Date', date]] as const, body: '{}' };
  const check = checkClock([{ ...exchange, atMs: 0, durationMs, answer }], SENT);
  return check.kind === 'clock' && check.result !== 'unknown' ? check.aheadMs : undefined;
}

describe('the clock of a target', () => {
  it.each([
    ['is ours where the header was written as the request came', ':00', 600],
    ['is ours where it was written when the answer was ready', ':01', 600],
    ['is ours where it can be, with a prompt answer', ':00', 2],
  ])('%s', (_, seconds, durationMs) => {
    expect(aheadMs(`Sun, 01 Mar 2026 10:00${seconds} GMT`, durationMs)).toBe(0);
  });

  it('is ahead, or behind, by what is more', () => {
    expect(aheadMs('Sun, 01 Mar 2026 10:01:00 GMT', 600)).toBe(59_500);
    expect(aheadMs('Sun, 01 Mar 2026 09:59:00 GMT', 600)).toBe(-60_500);
  });
});
