import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { World } from '../../src/engine/world.js';
import { aHurriedWorld } from './a-hurried-world.js';
import { runAll, withStatus } from './a-run.js';

/** Moments of a run, by how many requests came before: each with two lengths of absence. */
const MOMENTS = [
  { moment: 1, absences: [1, 20] },
  { moment: 4, absences: [1, 5] },
  { moment: 9, absences: [5, 20] },
  { moment: 25, absences: [1, 20] },
  { moment: 50, absences: [1, 5] },
  { moment: 90, absences: [5, 20] },
  { moment: 130, absences: [1, 20] },
  { moment: 170, absences: [1, 5] },
  { moment: 210, absences: [5, 20] },
  { moment: 250, absences: [1, 20] },
];

/** A target that is away for a while, by the clock of the world that it is run in. */
async function aTargetAway(seconds: number, moment: number) {
  const embedded = await startEmbedded();
  const behind = Number(new URL(embedded.baseUrl).port);
  const sockets = new Set<Socket>();
  const clock = aHurriedWorld();
  let asked = 0;
  let backAt: number | undefined;
  const server: Server = createServer((socket) => {
    const onward = connect(behind, '127.0.0.1');
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on('error', () => undefined).on('close', () => sockets.delete(one));
    }
    socket.on('data', () => {
      asked += 1;
      if (asked === moment) leave();
    });
    socket.pipe(onward).pipe(socket);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  function leave(): void {
    backAt = clock.now() + seconds * 1000;
    server.close();
    for (const socket of sockets) socket.destroy();
  }
  const world: World = {
    ...clock,
    async sleep(milliseconds) {
      await clock.sleep(milliseconds);
      if (backAt === undefined || clock.now() < backAt) return;
      backAt = undefined;
      await listen(port);
    },
  };
  return {
    world,
    settings: { ...embedded.settings, CMDB_BASE_URL: `http://127.0.0.1:${port}` },
    wasAway: () => asked >= moment,
    snapshot: () => embedded.snapshot(),
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await embedded.close();
    },
  };
}

describe.each(MOMENTS)('a target that is away after request $moment', ({ moment, absences }) => {
  it.each(absences)('for %d s is blamed for nothing, and left as it was', async (seconds) => {
    await using target = await aTargetAway(seconds, moment);
    const before = target.snapshot();
    const record = await runAll(target.settings, {
      world: target.world,
      effort: 'quick',
      only: ['success', 'missing-field'],
    });
    expect(target.wasAway()).toBe(true);
    const failed = withStatus(record, 'failed');
    expect(failed.filter((id) => id !== 'transport.stable')).toEqual([]);
    expect(record.exitCode).toBeOneOf([3, 4]);
    expect(record.leftovers).toEqual([]);
    expect(target.snapshot()).toBe(before);
  });
});
