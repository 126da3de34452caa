import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newRunId } from '../engine/run-id.js';
import type { World } from '../engine/world.js';

/** Clock, sleep and names of runs as this machine gives them. */
export const WORLD: World = {
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
