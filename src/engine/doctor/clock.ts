import type { Check } from '../../record/diagnosis.js';
import type { RecordedExchange } from '../../record/exchange.js';

/** A clock that is further off is worth a word: login states and certificates go by it. */
const MOST_MS = 5000;
/** `Date` tells whole seconds (RFC 9110 section 6.6.1): in the middle it is half a second more. */
const HALF_A_SECOND_MS = 500;

/**
 * How far the target's clock is ahead of ours, by the header `Date` of its latest answer.
 *
 * @param startedAt - when the exchanges began, milliseconds since 1970
 */
export function checkClock(exchanges: readonly RecordedExchange[], startedAt: number): Check {
  for (const { answer, atMs, durationMs } of exchanges.toReversed()) {
    const date = answer?.headers?.find(([name]) => name.toLowerCase() === 'date')?.[1];
    const theirs = Date.parse(date ?? '');
    if (Number.isNaN(theirs)) continue;
    const ours = startedAt + atMs + durationMs / 2;
    const aheadMs = Math.round(theirs + HALF_A_SECOND_MS - ours);
    // It was written at any time between the request and its answer.
    const unsureMs = HALF_A_SECOND_MS + durationMs / 2;
    if (Math.abs(aheadMs) <= unsureMs) return { kind: 'clock', result: 'ok', aheadMs: 0 };
    const isOff = Math.abs(aheadMs) > MOST_MS + durationMs / 2;
    return { kind: 'clock', result: isOff ? 'warning' : 'ok', aheadMs };
  }
  return { kind: 'clock', result: 'unknown' };
}
