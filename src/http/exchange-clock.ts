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

/** A timer that comes later than this shows that the process was held up, and did not listen. */
const MOST_LATE_MS = 250;
/** So long it listens then for what may have come meanwhile, and so often at most. */
const LISTENING_MS = 1000;
const MOST_TIMES = 3;

/**
 * Starts the clock of an exchange. Its timers are exact to the millisecond; where the process itself
 * was held up, by a machine that slept or had too much to do, it listens once more before a time is up.
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
  let callOffFirstByte = (): void => undefined;

  const callOffTotal = afterListening(limits.totalMs, () => {
    const kind = firstByteMs === undefined ? (connected ? 'timeout' : 'unreachable') : 'endless';
    onEnd(kind, `no end after ${limits.totalMs} ms`);
  });

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
      callOffFirstByte = afterListening(limits.firstByteMs, () => {
        onEnd('timeout', `no first byte after ${limits.firstByteMs} ms`);
      });
    },
    onFirstByte() {
      firstByteMs = performance.now() - begun;
      callOffFirstByte();
    },
    stop() {
      callOffTotal();
      callOffFirstByte();
      for (const stop of stops) stop.removeEventListener('abort', onStop);
    },
  };
}

/**
 * Acts once a time is up in which the process could listen.
 *
 * @returns calls it off
 */
function afterListening(milliseconds: number, act: () => void): () => void {
  let due = performance.now() + milliseconds;
  let left = MOST_TIMES;
  const check = (): void => {
    const now = performance.now();
    if (now - due <= MOST_LATE_MS || left === 0) {
      act();
      return;
    }
    left -= 1;
    due = now + LISTENING_MS;
    timer = setTimeout(check, LISTENING_MS);
  };
  let timer = setTimeout(check, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
