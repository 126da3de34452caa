import { describe, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { recordOf } from './record-of.js';
import { emptyFolder, startPlaywright, until } from './run-product.js';

/** It promises what a run does; what comes on top is for a machine that does much else. */
const SIGNAL_MS = 5000 + 5000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Side by side: most of their time the target takes. */
describe.concurrent('the Playwright front end', () => {
  it.for(SIGNALS)(
    'ended by %s: incomplete, and the target is as it was',
    async (signal, { expect, onTestFinished }) => {
      const target = await startEmbedded({ variant: 'slow-answers' });
      onTestFinished(() => target.close());
      const before = target.snapshot();
      const cwd = await emptyFolder();
      const args = ['--project', 'success'];
      const { child, ended } = startPlaywright(args, { cwd, env: target.settings });
      await until(() => target.snapshot() !== before);
      const signalled = performance.now();
      child.kill(signal);
      const { code, out } = await ended;
      expect(performance.now() - signalled).toBeLessThan(SIGNAL_MS);
      expect(out).toContain(`interrupted by ${signal}`);
      expect(code).toBe(3);
      const record = await recordOf(cwd);
      expect(record.outcome).toBe('incomplete');
      expect(record.leftovers).toEqual([]);
      expect(target.snapshot()).toBe(before);
    },
  );
});
