import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../project/pages.js';
import { emptyFolder, run, STACK_LINE } from '../run-product.js';

let cwd = '';

beforeAll(async () => {
  cwd = await emptyFolder();
  const before = await readFile(join(ROOT, 'docs/api/add_instance_association.md'), 'utf8');
  const lines = before.split('\n');
  const at = lines.findIndex((line) => /^\|\s*bk_inst_id\s*\|/.test(line));
  const line = lines[at] ?? '';
  const renamed = lines.with(at, line.replace('bk_inst_id', 'bk_source_id')).join('\n');
  await writeFile(join(cwd, 'before.md'), before);
  // Another width of a table, and another line: nothing is stated otherwise.
  await writeFile(join(cwd, 'same.md'), `\n${before.replace(line, line.replaceAll('|', '| '))}`);
  await writeFile(join(cwd, 'after.md'), renamed);
});

describe('docs-diff', () => {
  it('says which requirements were added and removed, with their lines', async () => {
    const { code, out } = await run(['docs-diff', 'before.md', 'after.md'], { cwd });
    expect(code).toBe(10);
    expect(out).toMatch(
      /removed \(\d+\)[^]*add_instance_association\/request\.bk_inst_id\.required/,
    );
    expect(out).toMatch(
      /added \(\d+\)[^]*add_instance_association\/request\.bk_source_id\.required/,
    );
    expect(out).toContain('- must before.md:35');
  });

  it('finds nothing where both state the same', async () => {
    const { code, out } = await run(['docs-diff', 'before.md', 'same.md', '--json'], { cwd });
    expect(JSON.parse(out)).toEqual([]);
    expect(code).toBe(0);
  });

  it('on what is no document: exit code 2 and its name', async () => {
    const { code, err } = await run(['docs-diff', 'before.md', 'gone.md'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('gone.md');
    expect(err).not.toMatch(STACK_LINE);
  });
});
