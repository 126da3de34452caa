import type { WireFaultKind, WireLimits, WireTiming } from './exchange.js';

/** The clock of one exchange: knows how far it has come, and when its time is up. */
export interface ExchangeClock {
  /** Whether the connection stood, so that bytes of the request may have reached the server. */
  connected(): boolean;
  /** Whether a byte of an answer came. */
  answered(): boolean;
  timing(): WireTiming;
  /** To be called when the connection stands and the request goes out. */
  onConnection(): void;
  /** To be called at the first byte of an answer. */
  onFirstByte(): void;
  /** To be called when the exchange is over; nothing is called from then on. */
  stop(): void;
}

/**
 * Starts the clock of an exchange. Its timers are exact to the millisecond.
 *
 * @param limits - the times allowed
 * @param stops - each of them ends the exchange as `aborted`, when it has been aborted already too
 * @param onEnd - called when a time is up, and when a signal says so
 */
export function startClock(
  limits: WireLimits,
  stops: readonly AbortSignal[],
  onEnd: (kind: WireFaultKind, message: string) => void,
): ExchangeClock {
  const begun = performance.now();
  let connected = false;
  let firstByteMs: number | undefined;
  let firstByteTimer: NodeJS.Timeout | undefined;

  const totalTimer = setTimeout(() => {
    const kind = firstByteMs === undefined ? (connected ? 'timeout' : 'unreachable') : 'endless';
    onEnd(kind, `no end after ${limits.totalMs} ms`);
  }, limits.totalMs);

  const onStop = (): void => {
    onEnd('aborted', 'the run was interrupted');
  };
  for (const stop of stops) {
    if (stop.aborted) queueMicrotask(onStop);
    else stop.addEventListener('abort', onStop);
  }

  return {
    connected: () => connected,
    answered: () => firstByteMs !== undefined,
    timing() {
      const totalMs = performance.now() - begun;
      return firstByteMs === undefined ? { totalMs } : { firstByteMs, totalMs };
    },
    onConnection() {
      connected = true;
      firstByteTimer = setTimeout(() => {
        onEnd('timeout', `no first byte after ${limits.firstByteMs} ms`);
      }, limits.firstByteMs);
    },
    onFirstByte() {
      firstByteMs = performance.now() - begun;
      clearTimeout(firstByteTimer);
    },
    stop() {
      clearTimeout(totalTimer);
      clearTimeout(firstByteTimer);
      for (const stop of stops) stop.removeEventListener('abort', onStop);
    },
  };
}
