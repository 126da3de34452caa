import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecord } from '../../src/report/read-record.js';
import { writeReports } from '../../src/report/write-reports.js';
import { aHostileRecord, aMixedRecord, aRecord } from './a-record.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('writeReports', () => {
  it('makes the folder, writes four whole files and nothing else', async () => {
    const out = join(folder, 'a', 'b');
    const paths = await writeReports(aMixedRecord(), { out, lang: 'en' });
    const names = ['results.json', 'conformance.html', 'junit.xml', 'summary.md'];
    expect(paths).toEqual(names.map((name) => join(out, name)));
    expect((await readdir(out)).toSorted()).toEqual(names.toSorted());
  });

  it('writes what readRecord reads, and draws the same from it again', async () => {
    for (const record of [aRecord(), aMixedRecord(), aHostileRecord()]) {
      const first = join(folder, 'first');
      const again = join(folder, 'again');
      await writeReports(record, { out: first, lang: 'zh' });
      const read = await readRecord(join(first, 'results.json'));
      expect(read).toEqual(record);
      await writeReports(read, { out: again, lang: 'zh' });
      for (const name of await readdir(first)) {
        expect((await readFile(join(again, name))).equals(await readFile(join(first, name)))).toBe(
          true,
        );
      }
    }
  });

  it('refuses a folder that is a file', async () => {
    const out = join(folder, 'file');
    await writeFile(out, '');
    const error: unknown = await writeReports(aRecord(), { out, lang: 'en' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'usage' });
    expect(String(error)).toContain(out);
  });
});

describe('readRecord', () => {
  async function refused(text: string): Promise<unknown> {
    const path = join(folder, 'results.json');
    await writeFile(path, text);
    return readRecord(path).catch((error: unknown) => error);
  }
  const valid = aMixedRecord();

  it.each([
    ['what is no JSON', '{"format":', 'is not JSON'],
    ['an array', '[]', '"format" is none'],
    ['another version', '{"format":"cmdb-conformance/results@9"}', 'results@9'],
    [
      'a missing member',
      JSON.stringify({ ...valid, cases: undefined }),
      "required property 'cases'",
    ],
    ['an unknown member', JSON.stringify({ ...valid, extra: 1 }), '"extra"'],
    ['an unknown outcome', JSON.stringify({ ...valid, outcome: 'fine' }), '/outcome'],
    [
      'a verdict without a reason',
      JSON.stringify({
        ...valid,
        requirements: valid.requirements.map((each) => ({ ...each, reason: undefined })),
      }),
      '/requirements/1',
    ],
  ])('refuses %s and says where', async (_, text, told) => {
    const error = await refused(text);
    expect(error).toMatchObject({ code: 'usage' });
    expect(String(error)).toContain(told);
  });

  it('refuses a missing file and a folder', async () => {
    await expect(readRecord(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'usage' });
    await expect(readRecord(folder)).rejects.toMatchObject({ code: 'usage' });
  });
});
