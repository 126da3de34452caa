import type { Stranger } from '../../record/ending.js';
import type { WireFault } from '../../http/exchange.js';
import type { Budget } from './budget.js';

/** After so many exchanges in a row without any answer, a run is over. */
const UNANSWERED_LIMIT = 3;
/** After so many creations that ran into a time-out or a size limit, a run is over. */
const EXHAUSTED_LIMIT = 3;
/** How long what is left on such a target may be cleaned up. */
const CLEANING_MS = 8000;
/** Milliseconds lost on failed exchanges after which a run is over, so that it ends in a minute. */
const LOST_LIMIT_MS = 35_000;

/** What went wrong on the way to a target so far, and what is known of its limit on speed. */
export interface Weather {
  /** Creations that ran into a time-out or a size limit. */
  exhausted: number;
  /** Exchanges in a row that stayed without an answer. */
  unanswered: number;
  /** Milliseconds spent on exchanges that failed. */
  lostMs: number;
  /** True once anything answered as only the API does. */
  hasApiAnswered: boolean;
  /** Kinds of requests that did what they ask for: an endpoint, and which members are sent. */
  readonly worked: Set<string>;
  /** What answered first that was not the API. */
  stranger: Stranger | undefined;
  /** Requests that were taken after a wait for a limit on speed. */
  waited: number;
  /** Requests that were taken after a gateway had not let them through, by its status. */
  readonly healed: Map<number, number>;
  /** True once waiting did not help a request that may be refused for itself. */
  futile: boolean;
}

/** Nothing is known yet. */
export function fairWeather(): Weather {
  return {
    exhausted: 0,
    unanswered: 0,
    lostMs: 0,
    hasApiAnswered: false,
    worked: new Set(),
    stranger: undefined,
    waited: 0,
    healed: new Map(),
    futile: false,
  };
}

/** True for a target that is not worth asking anything more. */
export function isSilent({ unanswered }: Weather): boolean {
  return unanswered > UNANSWERED_LIMIT;
}

/**
 * Counts what came of an exchange, and ends the run when too much went wrong.
 *
 * @param isCreation - true for a request to the endpoint that is judged
 */
export function noteWeather(
  weather: Weather,
  budget: Budget,
  { fault, totalMs }: { readonly fault: WireFault | undefined; readonly totalMs: number },
  isCreation: boolean,
): void {
  if (fault === undefined) {
    weather.unanswered = 0;
    return;
  }
  if (fault.kind === 'aborted') return;
  weather.lostMs += totalMs;
  weather.unanswered = fault.answered ? 0 : weather.unanswered + 1;
  const isSpent =
    fault.kind === 'timeout' || fault.kind === 'endless' || fault.kind === 'too-large';
  if (isSpent && isCreation) weather.exhausted += 1;
  if (budget.ended() !== undefined) return;
  const words = { fault: fault.kind, words: fault.message };
  const isExhausted = weather.exhausted >= EXHAUSTED_LIMIT;
  if (!isExhausted && weather.unanswered < UNANSWERED_LIMIT && weather.lostMs <= LOST_LIMIT_MS) {
    return;
  }
  if (!weather.hasApiAnswered) budget.stop({ kind: 'no-connection', ...words }, CLEANING_MS);
  else if (!isExhausted) budget.stop({ kind: 'target-silent', ...words }, CLEANING_MS);
  else budget.stop({ kind: 'creations-exhausted', number: EXHAUSTED_LIMIT, ...words }, CLEANING_MS);
}
