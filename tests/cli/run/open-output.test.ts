import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../../src/cli/run/open-output.js';
import { ConformanceError } from '../../../src/error.js';
import { emptyFolder } from '../run-product.js';

const BEGIN = { at: 'now', target: 'http://a', version: '0' };

function problemOf(out: string, chosenBy: '--out' | 'CMDB_OUT'): { en: string; zh: string } {
  try {
    openOutput(out, chosenBy, BEGIN).close();
  } catch (error) {
    if (error instanceof ConformanceError) return { en: error.told('en'), zh: error.told('zh') };
    throw error;
  }
  throw new Error('it can be written');
}

describe('an output folder', () => {
  it('gets a ledger that says when a run began', async () => {
    const out = join(await emptyFolder(), 'new');
    openOutput(out, '--out', BEGIN).close();
    expect(await readFile(join(out, 'ledger.jsonl'), 'utf8')).toBe(
      '{"step":"begin","at":"now","target":"http://a","version":"0"}\n',
    );
  });

  it.each([
    ['--out', 'CMDB_OUT'],
    ['CMDB_OUT', '--out'],
  ] as const)('that can’t be used: another one is named by %s, and not by %s', async (by, not) => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'a', 'results.json'), { recursive: true });
    await mkdir(join(folder, 'b', 'ledger.jsonl'), { recursive: true });
    for (const out of ['file/reports', 'a', 'b']) {
      const { en, zh } = problemOf(join(folder, out), by);
      expect(en).toContain(` with ${by}.`);
      expect(zh).toContain(`用 ${by} 指定其他目录`);
      expect(en + zh).not.toContain(not);
    }
  });
});
