import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run, STACK_LINE } from './run-product.js';

/** Commands that write, each without what it writes to. */
const WRITERS = [
  { name: 'run', args: ['run'] },
  { name: 'derive', args: ['derive'] },
  { name: 'prove', args: ['prove', '--only', 'sound'] },
] as const;

describe.concurrent('an output folder that can’t be written', () => {
  it.each(WRITERS)('$name, below a file: exit code 2 at once', async ({ args }) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'taken'), '');
    const { code, err } = await run([...args, '--out', 'taken/reports'], { cwd });
    expect(err).toContain('taken/reports');
    expect(err).toContain('--out');
    expect(err).not.toMatch(STACK_LINE);
    expect(code).toBe(2);
  });

  it.skipIf(!existsSync('/proc/self')).each(WRITERS)(
    '$name, where the system lets nobody make a folder',
    async ({ args }) => {
      const cwd = await emptyFolder();
      const { code, err } = await run([...args, '--out', '/proc/reports'], { cwd });
      expect(err).toContain('/proc/reports');
      expect(code).toBe(2);
    },
  );

  it('a report whose place is taken by a folder', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'reports', 'conformance.html', 'taken'), { recursive: true });
    const { code, err } = await run(['run', '--only', 'protocol'], { cwd });
    expect(err).toContain('conformance.html');
    expect(err).not.toMatch(STACK_LINE);
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'reports', 'results.json'))).toBe(true);
  });
});
