import { describe, expect, it } from 'vitest';
import { drive } from '../../src/cli/run/drive.js';
import type { Variables } from '../../src/config/origin.js';
import { startEmbedded } from '../../src/embedded/start.js';
import { newRunId } from '../../src/engine/run-id.js';
import { openSession } from '../../src/engine/session.js';
import { aClock } from './a-clock.js';
import { cleanUp, openIn } from './a-cleanup.js';
import { sessionParts } from './a-session.js';
import { FRAME } from './a-bare-run.js';

/** What makes everything that a run makes: the fixture's pair, instances, several at once. */
const ONLY = ['success', 'semantics.source.just deleted'];
const MOMENTS = 30;

let runs = 0;

/** A world of its own for each run, in which waiting takes no time. */
function aWorld(): ReturnType<typeof aClock>['world'] {
  runs += 1;
  const runId = newRunId(0, runs.toString(16).padStart(12, '0'));
  return { ...aClock().world, runId: () => runId };
}

/**
 * Runs until something happens with the n-th request, of which the run never hears, as one does not
 * that is killed there.
 *
 * @param isDone - whether the target still does what that request asks for
 * @returns the ledger as it is then, and how many requests there were
 */
async function killedAt(
  variables: Variables,
  n: number,
  isDone: boolean,
): Promise<{ ledger: string; sent: number }> {
  let ledger = '';
  let sent = 0;
  let kill = (): void => undefined;
  const killed = new Promise<undefined>((resolve) => {
    kill = () => {
      resolve(undefined);
    };
  });
  const parts = await sessionParts(variables, {
    writeLedger: (line) => (ledger += line),
    world: aWorld(),
    frame: { ...FRAME, only: ONLY },
  });
  const { wire } = parts;
  const session = openSession({
    ...parts,
    wire: {
      ...wire,
      async send(request, signal) {
        sent += 1;
        if (sent < n) return wire.send(request, signal);
        if (sent === n && isDone) await wire.send(request, signal);
        if (sent >= n) kill();
        return new Promise(() => undefined);
      },
    },
  });
  await Promise.race([drive(session, () => undefined), killed]);
  await wire.close();
  return { ledger, sent };
}

describe('a run that is killed', async () => {
  const server = await startEmbedded();
  const before = server.snapshot();
  const { sent } = await killedAt(server.settings, Infinity, false);
  const moments = Array.from({ length: MOMENTS }, (_, at) => 1 + Math.floor((at * sent) / MOMENTS));

  it('leaves something at most moments', () => {
    expect(sent).toBeGreaterThan(5 * MOMENTS);
    expect(new Set(moments).size).toBe(MOMENTS);
  });

  it.each(moments)('at request %i: a cleanup brings everything back', async (n) => {
    const { ledger } = await killedAt(server.settings, n, n % 2 === 0);
    const { left, ended, ...cleaned } = await cleanUp(server.settings, ledger, { world: aWorld() });
    expect({ left, ended }).toEqual({ left: [], ended: undefined });
    expect(server.snapshot()).toBe(before);
    expect(openIn(cleaned.ledger)).toEqual([]);
  });

  it('is cleaned up twice without harm', async () => {
    const { ledger } = await killedAt(server.settings, Math.floor(sent / 2), true);
    const first = await cleanUp(server.settings, ledger, { world: aWorld() });
    expect(first.found.length).toBeGreaterThan(0);
    const second = await cleanUp(server.settings, ledger, { world: aWorld() });
    expect(second).toMatchObject({ found: [], left: [] });
    expect(server.snapshot()).toBe(before);
    await server.close();
  });
});
