import { describe, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { tcpTarget } from './hostile-target.js';
import { recordOf } from './record-of.js';
import { emptyFolder, STACK_LINE, start, targetVariables, until } from './run-product.js';

/** A run promises five seconds; what comes on top is for a machine that does much else. */
const PATIENCE_MS = 5000 + 3000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

describe.concurrent('an interrupted run', () => {
  it.for(SIGNALS)(
    'by %s in the middle: incomplete, and the target is as it was',
    async (signal, { expect, onTestFinished }) => {
      const target = await startEmbedded({ variant: 'slow-answers' });
      onTestFinished(() => target.close());
      const before = target.snapshot();
      const cwd = await emptyFolder();
      const { child, ended } = start(['run'], { cwd, env: target.settings });
      await until(() => target.snapshot() !== before);
      const signalled = performance.now();
      child.kill(signal);
      const { code, out, err } = await ended;
      expect(performance.now() - signalled).toBeLessThan(PATIENCE_MS);
      expect(err).not.toMatch(STACK_LINE);
      expect(out).toContain(signal);
      expect(code).toBe(3);
      const record = await recordOf(cwd);
      expect(record.outcome).toBe('incomplete');
      expect(record.ended).toEqual({ kind: 'interrupted', by: signal });
      expect(record.leftovers).toEqual([]);
      expect(target.snapshot()).toBe(before);
    },
  );

  it('that waits for an answer which never comes: ends all the same', async ({ expect }) => {
    let asked = 0;
    const { baseUrl } = await tcpTarget((socket) => {
      socket.on('data', () => (asked += 1));
    });
    const cwd = await emptyFolder();
    const { child, ended } = start(['run'], { cwd, env: targetVariables(baseUrl) });
    await until(() => asked > 0);
    const signalled = performance.now();
    child.kill('SIGINT');
    const { code } = await ended;
    expect(performance.now() - signalled).toBeLessThan(PATIENCE_MS);
    expect(code).toBe(3);
    expect((await recordOf(cwd)).outcome).toBe('incomplete');
  });
});
