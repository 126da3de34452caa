import type { Text } from '../../text.js';

/** Shorter runs are over before anyone looks. */
const WORTH_MS = 5000;
/** What comes before says little of the speed. */
const FIRST_MS = 1000;
const FIRST_SHARE = 0.05;
/** What is left is as good as nothing. */
const LAST_MS = 500;
/** Under a minute it is told in steps of so many seconds, so that it does not flicker. */
const STEP_S = 5;

/** Tells how long a run still takes; undefined where it is too early, or the run is a short one. */
export type TimeLeft = () => Text | undefined;

/**
 * Estimates the time that is left by the share that is done. What is told never rises: where a run
 * turns out slower, it stays until it is true again.
 *
 * @param now - the clock, milliseconds
 * @param share - of what there is to do, 0 to 1
 */
export function openTimeLeft(now: () => number, share: () => number): TimeLeft {
  const begun = now();
  let least = Infinity;
  return () => {
    const elapsed = now() - begun;
    const done = Math.min(1, share());
    if (elapsed < FIRST_MS || done < FIRST_SHARE) return undefined;
    const left = (elapsed * (1 - done)) / done;
    if (elapsed + left < WORTH_MS || left < LAST_MS) return undefined;
    least = Math.min(least, rounded(left / 1000));
    return wordsFor(least);
  };
}

/** Seconds in steps: of five up to a minute, then whole minutes. */
function rounded(seconds: number): number {
  if (seconds > 57.5) return Math.ceil(seconds / 60 - 0.25) * 60;
  return Math.max(STEP_S, Math.ceil(seconds / STEP_S) * STEP_S);
}

function wordsFor(seconds: number): Text {
  return seconds >= 60
    ? { en: `about ${seconds / 60} min left`, zh: `约剩 ${seconds / 60} 分钟` }
    : { en: `about ${seconds} s left`, zh: `约剩 ${seconds} 秒` };
}
