import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { REPORT_NAMES } from '../../src/report/write/report-names.js';
import { httpTarget } from './hostile-target.js';
import { makeFifo } from './make-fifo.js';
import { emptyFolder, run, STACK_LINE, start, targetVariables, until } from './run-product.js';

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

  it.each([...REPORT_NAMES, 'ledger.jsonl'])(
    '%s, whose place is taken by a folder: nothing is sent',
    async (name) => {
      const target = await startEmbedded();
      const before = target.snapshot();
      const cwd = await emptyFolder();
      await mkdir(join(cwd, 'reports', name, 'taken'), { recursive: true });
      const { code, out, err } = await run(['run'], { cwd, env: target.settings });
      await target.close();
      expect(err).toContain(join('reports', name));
      expect(err).toContain('--out');
      expect(err).not.toContain('CMDB_');
      expect(err).not.toMatch(STACK_LINE);
      expect(out).toBe('');
      expect(code).toBe(2);
      expect(target.snapshot()).toBe(before);
    },
  );

  it.skipIf(!existsSync('/dev/full'))('a ledger on a full disk: nothing is sent', async () => {
    const asked: string[] = [];
    const { baseUrl } = await httpTarget((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'reports'));
    await symlink('/dev/full', join(cwd, 'reports', 'ledger.jsonl'));
    const { code, err } = await run(['run'], { cwd, env: targetVariables(baseUrl) });
    expect(err).toContain('ledger.jsonl can’t be written: ENOSPC');
    expect(err).not.toMatch(STACK_LINE);
    expect(code).toBe(2);
    expect(asked).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('a ledger that is a FIFO: no hang', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'reports'));
    await makeFifo(join(cwd, 'reports', 'ledger.jsonl'));
    // In a process of its own, which can be killed.
    const { code, err } = await start(['run'], { cwd }).ended;
    expect(err).toContain('ledger.jsonl can’t be written');
    expect(code).toBe(2);
  });

  it('a report whose place is taken meanwhile: the verdict and the others are there', async () => {
    const cwd = await emptyFolder();
    const [ledger = '', results = ''] = ['ledger.jsonl', 'results.json'].map((name) =>
      join(cwd, 'reports', name),
    );
    const { baseUrl } = await httpTarget((request, response) => {
      request.resume();
      void until(() => existsSync(results)).then(() => response.end('no CMDB'));
    });
    const ended = run(['run', '--lang', 'en'], { cwd, env: targetVariables(baseUrl) });
    await until(() => existsSync(ledger));
    await mkdir(results);
    const { code, out, err } = await ended;
    expect(out).toContain('Incomplete');
    expect(err).toContain(join('reports', 'results.json'));
    expect(err).not.toMatch(STACK_LINE);
    expect(code).toBe(2);
    expect((await readdir(join(cwd, 'reports'))).sort()).toEqual(
      [...REPORT_NAMES, 'ledger.jsonl'].sort(),
    );
  });

  it('the ledger begins with a line that says what the run is', async () => {
    const cwd = await emptyFolder();
    await run(['run', '--only', 'protocol'], { cwd });
    const text = await readFile(join(cwd, 'reports', 'ledger.jsonl'), 'utf8');
    const [first = ''] = text.split('\n');
    expect(first).toMatch(
      /^\{"step":"begin","at":"20[^"]+","target":"embedded","version":"\d[^"]+"\}$/,
    );
  });
});
