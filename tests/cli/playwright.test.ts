import { join } from 'node:path';
import { describe, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { nobody } from './hostile-target.js';
import { recordOf } from './record-of.js';
import { emptyFolder, STACK_LINE, startPlaywright, targetVariables } from './run-product.js';

/** Promised are 15 and 5 seconds; what comes on top is for a machine that does much else. */
const UNREACHABLE_MS = 15_000 + 10_000;
const SIGNAL_MS = 5000 + 5000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

describe('the Playwright front end', () => {
  it('on a target that is not there: skips what is not run, and ends soon', async ({ expect }) => {
    const cwd = await emptyFolder();
    const baseUrl = await nobody();
    const env = { ...targetVariables(baseUrl), CMDB_OUT: join(cwd, 'reports') };
    const begun = performance.now();
    const { code, out } = await startPlaywright([], { cwd, env }).ended;
    expect(performance.now() - begun).toBeLessThan(UNREACHABLE_MS);
    expect(code).toBe(4);
    expect(out).toMatch(/\d{3} skipped/);
    expect(out).not.toMatch(/\d+ failed\n/);
    expect(out).not.toMatch(STACK_LINE);
    const record = await recordOf(cwd);
    expect(record.exitCode).toBe(4);
    expect(record.partial?.command).toBe(
      `CMDB_BASE_URL=${baseUrl} CMDB_OUT=${join(cwd, 'reports')} npx playwright test`,
    );
  });

  it.for(SIGNALS)(
    'ended by %s: incomplete, and the target is as it was',
    async (signal, { expect, onTestFinished }) => {
      const target = await startEmbedded({ variant: 'slow-answers' });
      onTestFinished(() => target.close());
      const before = target.snapshot();
      const cwd = await emptyFolder();
      const { child, ended } = startPlaywright([], { cwd, env: target.settings });
      await new Promise<void>((resolve) => {
        child.stdout?.on('data', (text: string) => {
          if (text.includes('success.identity')) resolve();
        });
      });
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

  it('tells in Chinese what is wrong', async ({ expect }) => {
    const cwd = await emptyFolder();
    const env = { CMDB_STRICT: 'yes', LANG: 'zh_CN.UTF-8', CMDB_OUT: join(cwd, 'reports') };
    const { code, err } = await startPlaywright([], { cwd, env }).ended;
    expect(err).toContain('CMDB_STRICT 应为 1 或 0');
    expect(code).toBe(2);
  });
});
