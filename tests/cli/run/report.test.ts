import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORT_NAMES } from '../../../src/report/write/report-names.js';
import { emptyFolder, run, STACK_LINE } from '../run-product.js';
import { recordOf } from '../record-of.js';

const WRONG = [
  { what: 'is not there', text: undefined, says: 'can' },
  { what: 'is empty', text: '', says: 'JSON' },
  { what: 'is half a JSON', text: '{"format": "cmdb-conformance/results@2", "outc', says: 'JSON' },
  { what: 'is another JSON', text: '{"name": "package"}', says: 'record' },
  { what: 'is no object', text: '[1, 2]', says: 'record' },
  { what: 'is of version 0.1', text: '{"format": "cmdb-conformance/results@1"}', says: '0.1' },
  { what: 'is a later record', text: '{"format": "cmdb-conformance/results@3"}', says: 'record' },
  { what: 'is deep', text: '['.repeat(200_000), says: 'broken.json' },
  { what: 'is huge', text: `"${'x'.repeat(300 * 1024 * 1024)}"`, says: 'broken.json' },
] as const;

describe('report', () => {
  it.each(WRONG)('on a record that $what: exit code 2 and its path', async ({ text, says }) => {
    const cwd = await emptyFolder();
    if (text !== undefined) await writeFile(join(cwd, 'broken.json'), text);
    const { code, out, err } = await run(['report', 'broken.json'], { cwd });
    expect(err).toContain('broken.json');
    expect(err).toContain(says);
    expect(err).not.toMatch(STACK_LINE);
    expect(err.length).toBeLessThan(1000);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('on a folder: exit code 2', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'results.json'));
    const { code, err } = await run(['report', 'results.json'], { cwd });
    expect(err).toContain('results.json');
    expect(code).toBe(2);
  });

  it('draws the reports of a run again, the same to the byte', async () => {
    const cwd = await emptyFolder();
    const ended = await run(['run', '--effort', 'quick', '--lang', 'zh'], { cwd });
    expect(ended.out).toContain('符合');
    expect(ended.code).toBe(0);
    const record = await recordOf(cwd);
    expect(record.outcome).toBe('conformant');
    const args = ['report', 'reports/results.json', '--out', 'again', '--lang', 'zh'];
    const { code, out } = await run(args, { cwd });
    expect(code).toBe(0);
    expect((await readdir(join(cwd, 'again'))).sort()).toEqual([...REPORT_NAMES].sort());
    for (const name of REPORT_NAMES) {
      expect(out).toContain(name);
      const first = await readFile(join(cwd, 'reports', name), 'utf8');
      expect(await readFile(join(cwd, 'again', name), 'utf8'), name).toBe(first);
    }
  });
});
