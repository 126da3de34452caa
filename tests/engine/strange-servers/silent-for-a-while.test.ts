import { describe, expect, it } from 'vitest';
import { aHurriedWorld } from '../a-hurried-world.js';
import { runAll, withStatus } from '../a-run.js';
import { startFront } from '../front.js';
import { ADD } from './strange-server.js';

describe('a server whose connections all break while it restarts', () => {
  it('ends the run, and is cleaned up once it is back', async () => {
    let creations = 0;
    let isDown = false;
    await using front = await startFront(({ endpoint }, forward) => {
      if (endpoint === ADD && ++creations === 30) isDown = true;
      return isDown ? {} : forward();
    });
    const before = front.embedded.snapshot();
    const world = aHurriedWorld();
    const record = await runAll(front.settings, {
      effort: 'quick',
      world: {
        ...world,
        sleep(milliseconds) {
          isDown = false;
          return world.sleep(milliseconds);
        },
      },
    });
    expect(record.ended).toMatchObject({ kind: 'target-silent', fault: 'reset' });
    expect(withStatus(record, 'failed')).toEqual(['transport.stable']);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });
});
