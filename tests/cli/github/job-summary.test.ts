import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendSummary } from '../../../src/cli/github/job-summary.js';
import { emptyFolder } from '../run-product.js';

const MEBIBYTE = 1024 * 1024;

async function aSummary(bytes: number): Promise<string> {
  const path = join(await emptyFolder(), 'summary');
  await writeFile(path, 'x'.repeat(bytes));
  return path;
}

describe('the summary of a job', () => {
  it('is appended to, or begun', async () => {
    const path = await aSummary(3);
    expect(appendSummary(path, ['## whole\n', '## head\n'])).toBeUndefined();
    expect(await readFile(path, 'utf8')).toBe('xxx\n\n## whole\n');
    const fresh = join(await emptyFolder(), 'summary');
    expect(appendSummary(fresh, ['## whole\n'])).toBeUndefined();
    expect(await readFile(fresh, 'utf8')).toContain('## whole\n');
  });

  it('gets what says less where the whole has no room, in bytes', async () => {
    const path = await aSummary(MEBIBYTE - 100);
    expect(appendSummary(path, ['要'.repeat(50), '## head\n'])).toBeUndefined();
    expect((await readFile(path, 'utf8')).slice(MEBIBYTE - 100)).toBe('\n\n## head\n');
    expect(appendSummary(await aSummary(0), ['x'.repeat(MEBIBYTE), 'y'])).toBeUndefined();
  });

  it('stays below what GitHub takes, to the byte', async () => {
    const path = await aSummary(MEBIBYTE - 12);
    expect(appendSummary(path, ['x'.repeat(11)])?.en).toBe('it has no room left');
    expect((await stat(path)).size).toBe(MEBIBYTE - 12);
    expect(appendSummary(path, ['x'.repeat(10)])).toBeUndefined();
    expect((await stat(path)).size).toBe(MEBIBYTE);
  });

  it('is told of where it can’t be written', async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, 'folder'));
    expect(appendSummary(join(folder, 'folder'), ['x'])?.zh).toBe('它不是普通文件');
    expect(appendSummary(join(folder, 'none', 'summary'), ['x'])?.en).toContain('ENOENT');
  });
});
