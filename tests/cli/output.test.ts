import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordOf } from './record-of.js';
import { COMMAND, emptyFolder, STACK_LINE } from './run-product.js';

/** Runs the suite with its output going to a file descriptor or a pipe. */
function startWith(cwd: string, stdout: number | 'pipe', stderr: 'pipe') {
  return spawn(process.execPath, [COMMAND, 'run', '--only', 'protocol', '--lang', 'en'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd },
    stdio: ['ignore', stdout, stderr],
  });
}

async function codeOf(child: ReturnType<typeof startWith>): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('exit', resolve);
  });
}

/** Nothing ended it early: every case that was chosen came to a result. */
async function expectRunToItsEnd(cwd: string): Promise<void> {
  const { ended, cases } = await recordOf(cwd);
  expect(ended).toBeUndefined();
  expect(cases.length).toBeGreaterThan(3);
  expect(cases.map(({ status }) => status)).not.toContain('inconclusive');
}

describe('output that nobody takes', () => {
  it('readers that have gone: the run goes on to its end', async () => {
    const cwd = await emptyFolder();
    const child = startWith(cwd, 'pipe', 'pipe');
    child.stdout?.destroy();
    child.stderr?.once('data', () => child.stderr?.destroy());
    expect(await codeOf(child)).toBe(3);
    await expectRunToItsEnd(cwd);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'a full disk: a message, and the record is there',
    async () => {
      const cwd = await emptyFolder();
      const child = startWith(cwd, openSync('/dev/full', 'w'), 'pipe');
      let err = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
      expect(await codeOf(child)).toBe(2);
      expect(err).toContain("The output can't be written: ENOSPC");
      expect(err).not.toMatch(STACK_LINE);
      await expectRunToItsEnd(cwd);
    },
  );
});
