import type { World } from '../world.js';

/** The time of a recorded run: it passes only where the run waited. */
export interface RecordedTime extends Pick<World, 'now' | 'sleep' | 'after'> {
  /** Resolves when the recorded time has come to a moment, milliseconds since 1970. */
  readonly until: (moment: number) => Promise<void>;
}

interface Moment {
  readonly at: number;
  /** True for what nobody waits for: it alone does not let time pass. */
  readonly isTimer: boolean;
  readonly act: () => void;
}

/**
 * Plays the time of a run again. What is waited for comes in the order of its moments, however long
 * this process takes, so that what the run did at once is done in the same order.
 *
 * @param startedAt - milliseconds since 1970
 */
export function recordedTime(startedAt: number): RecordedTime {
  let now = startedAt;
  let isPassing = false;
  const moments = new Set<Moment>();

  const pass = (): void => {
    isPassing = false;
    const [next] = [...moments].sort((a, b) => a.at - b.at);
    if (next === undefined || ![...moments].some(({ isTimer }) => !isTimer)) return;
    moments.delete(next);
    now = Math.max(now, next.at);
    next.act();
    letPass();
  };
  // Whatever goes on by itself comes first: then everything that is left waits.
  const letPass = (): void => {
    if (isPassing) return;
    isPassing = true;
    setImmediate(pass);
  };
  const add = (moment: Moment): void => {
    moments.add(moment);
    letPass();
  };
  const until = (at: number): Promise<void> =>
    new Promise((resolve) => {
      add({ at, isTimer: false, act: resolve });
    });
  return {
    now: () => now,
    until,
    sleep: (milliseconds) => until(now + milliseconds),
    after(milliseconds, act) {
      const moment = { at: now + milliseconds, isTimer: true, act };
      add(moment);
      return () => {
        moments.delete(moment);
      };
    },
  };
}
