import { WORLD } from '../../src/cli/world.js';
import type { World } from '../../src/engine/world.js';

/** So many times shorter is a sleep than it says. */
const HURRY = 20;

/** A world in which nobody waits long: its clock goes on by what a sleep should have taken. */
export function aHurriedWorld(): World {
  let ahead = 0;
  const now = (): number => WORLD.now() + ahead;
  return {
    ...WORLD,
    now,
    async sleep(milliseconds) {
      const slept = milliseconds / HURRY;
      await WORLD.sleep(slept);
      ahead += milliseconds - slept;
    },
    after(milliseconds, act) {
      const due = now() + milliseconds;
      const look = (): void => {
        if (now() >= due) act();
        else callOff = wait();
      };
      const wait = (): (() => void) => WORLD.after(Math.max(1, (due - now()) / HURRY), look);
      let callOff = wait();
      return () => {
        callOff();
      };
    },
  };
}
