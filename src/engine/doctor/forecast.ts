import type { Costs } from '../../cases/case.js';
import type { Settings } from '../../config/settings.js';
import type { Check } from '../../record/diagnosis.js';

/** What the suite itself takes for a request, on a machine of no great speed. */
const OWN_MS = 1;
/** A target that answers slower than this is asked several things at once (`endpoint-session.ts`). */
const SLOW_MS = 25;
const AT_ONCE = 8;

/**
 * What a run would send, at what rate, and about how long that takes.
 *
 * @param costs - as forecast
 * @param durations - milliseconds of the exchanges so far
 */
export function checkForecast(
  { requests, creations }: Costs,
  durations: readonly number[],
  { maxRate, concurrency }: Pick<Settings, 'maxRate' | 'concurrency'>,
): Check {
  const sorted = durations.toSorted((a, b) => a - b);
  const each = (sorted[Math.floor(sorted.length / 2)] ?? 0) + OWN_MS;
  const width = concurrency ?? (each > SLOW_MS ? AT_ONCE : 1);
  const byTarget = (requests * each) / width / 1000;
  const byRate = maxRate === undefined ? 0 : requests / maxRate;
  return {
    kind: 'forecast',
    result: 'ok',
    requests,
    creations,
    ...(maxRate === undefined ? {} : { perSecond: maxRate }),
    seconds: Math.ceil(Math.max(byTarget, byRate)),
  };
}
