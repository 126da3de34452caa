import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newRunId } from '../engine/run-id.js';
import type { World } from '../engine/world.js';

/** The world as it is: the system's clock and timers, and randomness. */
export function realWorld(): World {
  return {
    now: () => performance.timeOrigin + performance.now(),
    sleep: async (milliseconds) => {
      await sleep(milliseconds);
    },
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds).unref();
      return () => {
        clearTimeout(timer);
      };
    },
    runId: () => newRunId(Date.now(), randomBytes(6).toString('hex')),
  };
}
