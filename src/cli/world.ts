import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../engine/world.js';

/** Clock, sleep and randomness of this machine. */
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
  random: () => randomBytes(6).toString('hex'),
};
