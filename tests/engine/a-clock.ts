import type { World } from '../../src/engine/world.js';

/** A world whose clock is wound by hand, and by whoever sleeps in it. */
export interface Clock {
  readonly world: World;
  /** What is to be done later. */
  readonly timers: readonly unknown[];
  /** Winds the clock on to so many milliseconds from its beginning. */
  readonly until: (milliseconds: number) => void;
}

/** A clock that stands at zero. */
export function aClock(): Clock {
  const timers: { readonly at: number; readonly act: () => void }[] = [];
  let now = 0;
  const until = (milliseconds: number): void => {
    for (;;) {
      const next = timers.filter(({ at }) => at <= milliseconds).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers.splice(timers.indexOf(next), 1);
      now = next.at;
      next.act();
    }
    now = milliseconds;
  };
  const world: World = {
    now: () => now,
    sleep: (milliseconds) => {
      until(now + milliseconds);
      return Promise.resolve();
    },
    after: (milliseconds, act) => {
      const timer = { at: now + milliseconds, act };
      timers.push(timer);
      return () => {
        timers.splice(timers.indexOf(timer), 1);
      };
    },
    runId: () => '0123456789ab',
  };
  return { world, timers, until };
}
