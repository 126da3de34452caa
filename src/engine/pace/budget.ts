import type { Ending } from '../../record/ending.js';
import type { World } from '../world.js';

/** What bounds a run: how many requests went out, when the next may, and whether it is over. */
export interface Budget {
  /** Requests so far: in all, and to the endpoint that is judged. */
  readonly counts: { all: number; own: number };
  /** Waits until the next request may go out. */
  readonly keepRate: () => Promise<void>;
  /** Why the run ended early; undefined while it goes on. */
  readonly ended: () => Ending | undefined;
  /** Nothing more is begun; what is under way comes to its end. */
  readonly end: (why: Ending) => void;
  /** Ends the run: what is under way is aborted, and cleaning up has so many milliseconds. */
  readonly stop: (why: Ending, cleaningMs: number) => void;
  /** Takes back why the run ended: what failed since decides nothing. */
  readonly restore: (why: Ending | undefined) => void;
  /** Aborts the exchange under way once the run is stopped. */
  readonly signal: () => AbortSignal;
}

/**
 * The budget of a run in which nothing was sent yet.
 *
 * @param maxRate - requests in a second at most; undefined: as many as it takes
 */
export function openBudget(world: World, maxRate: number | undefined): Budget {
  const counts = { all: 0, own: 0 };
  let controller = new AbortController();
  let ended: Ending | undefined;
  let nextAt = 0;
  return {
    counts,
    ended: () => ended,
    signal: () => controller.signal,
    async keepRate() {
      if (maxRate === undefined) return;
      const now = world.now();
      const at = Math.max(now, nextAt);
      nextAt = at + 1000 / maxRate;
      if (at > now) await world.sleep(at - now);
    },
    end(why) {
      ended ??= why;
    },
    stop(why, cleaningMs) {
      ended ??= why;
      controller.abort();
      // What follows is the cleaning up. It has some seconds, then every exchange is aborted.
      const cleaning = new AbortController();
      controller = cleaning;
      world.after(cleaningMs, () => {
        cleaning.abort();
      });
    },
    restore(why) {
      ended = why;
    },
  };
}
