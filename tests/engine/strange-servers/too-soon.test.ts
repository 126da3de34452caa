import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/engine/world.js';
import type { JsonObject } from '../../../src/json/json-value.js';
import { aHurriedWorld } from '../a-hurried-world.js';
import { notesOf, runAll, withStatus } from '../a-run.js';
import { refusal, startFront } from '../front.js';
import { ADD, DELETE, SOURCE } from './strange-server.js';

/** A world in which something is done whenever somebody waits. */
function waking(wake: () => Promise<void> | void): World {
  const world = aHurriedWorld();
  return {
    ...world,
    async sleep(milliseconds) {
      await wake();
      await world.sleep(milliseconds);
    },
  };
}

describe('a server that is eventually consistent', () => {
  it('may refuse a pair while its association is still being removed', async () => {
    const pending: JsonObject[] = [];
    await using front = await startFront(({ endpoint, members }, forward) => {
      if (endpoint !== DELETE || members['id'] === undefined) return forward();
      pending.push(members);
      return {
        body: `{"result":true,"code":0,"message":"","data":null,"permission":null,"request_id":"d${pending.length}"}`,
      };
    });
    const before = front.embedded.snapshot();
    const world = waking(async () => {
      for (const members of pending.splice(0)) await front.beside(DELETE, members);
    });
    const only = ['success.identity.bk_username', 'success.identity.bk_token'];
    const record = await runAll(front.settings, { only, world });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(notesOf(record)).toEqual([{ kind: 'lookups-lag' }]);
    for (const members of pending.splice(0)) await front.beside(DELETE, members);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it.each([
    ['as it knows nothing of them yet', refusal(1101073, 'the association inst is not exist')],
    ['as nobody has a permission for them yet', refusal(9900403, 'no permission')],
  ])('may refuse instances that were made just now, %s', async (_, answer) => {
    let hasSlept = false;
    let refused = 0;
    await using front = await startFront(({ endpoint, members }, forward) => {
      const isNew = endpoint === ADD && members['bk_inst_id'] !== SOURCE && !hasSlept;
      if (!isNew) return forward();
      refused += 1;
      return answer;
    });
    const world = waking(() => {
      hasSlept = refused > 0;
    });
    const record = await runAll(front.settings, { only: ['success.identity.bk_username'], world });
    expect(refused).toBe(1);
    expect(hasSlept).toBe(true);
    expect(withStatus(record, 'failed')).toEqual([]);
  });

  it('may refuse to remove what was created just now', async () => {
    let refused = 0;
    let hasSlept = false;
    await using front = await startFront(({ endpoint, nth }, forward) => {
      if (endpoint !== DELETE || nth === 1 || hasSlept) return forward();
      refused += 1;
      return refusal(1199998, 'it is being audited');
    });
    const before = front.embedded.snapshot();
    const world = waking(() => {
      hasSlept = refused > 0;
    });
    const record = await runAll(front.settings, { only: ['success.identity.bk_username'], world });
    expect(refused).toBe(2);
    expect(record.ended).toBeUndefined();
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('may refuse to remove instances from which something was removed just now', async () => {
    let refused = 0;
    let hasSlept = false;
    await using front = await startFront(({ endpoint }, forward) => {
      if (endpoint !== 'delete_inst' || hasSlept) return forward();
      refused += 1;
      return refusal(1101063, 'the instance has associations');
    });
    const before = front.embedded.snapshot();
    const world = waking(() => {
      hasSlept = refused > 0;
    });
    const record = await runAll(front.settings, { only: ['success.identity.bk_username'], world });
    expect(refused).toBeGreaterThan(1);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('is waited for once, and blamed where it refuses for ever', async () => {
    let sent = 0;
    await using front = await startFront(({ endpoint, members }, forward) => {
      const isValid = members['metadata'] !== undefined && members['bk_inst_id'] !== SOURCE;
      if (endpoint !== ADD || !isValid) return forward();
      sent += 1;
      return refusal(1101073, 'the association inst is not exist');
    });
    const only = ['missing-field.metadata.absent'];
    const record = await runAll(front.settings, { only, world: aHurriedWorld() });
    expect(withStatus(record, 'failed')).toContain('effect.created');
    // What lasts is associated, once more after a wait, and a twin without any.
    expect(sent).toBe(3);
  });
});
