import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../record-of.js';
import { emptyFolder, run, start } from '../run-product.js';
import type { Started } from '../run-product.js';

/** The variables that `serve` prints, once it listens. */
async function variablesOf({ child }: Started): Promise<Record<string, string>> {
  let text = '';
  while (!text.includes('CMDB_BIZ_ID=')) {
    if (child.stdout === null) throw new Error('serve has no standard output');
    const chunks: unknown[] = await once(child.stdout, 'data');
    text += chunks.join('');
  }
  const pairs = [...text.matchAll(/^export (\w+)='(.*)'$/gm)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

describe('serve', () => {
  it('prints variables with which a run reaches it, and ends by Ctrl-C', async () => {
    const cwd = await emptyFolder();
    const server = start(['serve'], { cwd });
    const env = await variablesOf(server);
    const { code } = await run(['run', '--effort', 'quick'], { cwd, env });
    expect(code).toBe(0);
    expect((await recordOf(cwd)).target).toMatchObject({
      embedded: false,
      baseUrl: env['CMDB_BASE_URL'],
    });
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(0);
  });

  it('with a defect: the run against it fails, at the requirement that names it', async () => {
    const cwd = await emptyFolder();
    const server = start(['serve', '--defect', 'result-missing-on-success'], { cwd });
    const env = await variablesOf(server);
    const { code } = await run(['run', '--effort', 'quick'], { cwd, env });
    expect(code).toBe(1);
    const { requirements } = await recordOf(cwd);
    const failed = requirements.filter(({ status }) => status === 'failed').map(({ id }) => id);
    expect(failed).toContain('response.result.present');
    server.child.kill('SIGTERM');
    const { code: ended, err } = await server.ended;
    expect(ended).toBe(0);
    expect(err).toContain('defect: result-missing-on-success\n');
    expect(err).toContain('  caught by: response.result.present\n');
  });

  it('as a release behind a generation of the ESB', async () => {
    const cwd = await emptyFolder();
    const server = start(['serve', '--release', 'cmdb-3.12', '--esb', 'b'], { cwd });
    const env = await variablesOf(server);
    const only = ['--only', 'missing-field.metadata.absent'];
    const { code } = await run(['run', ...only], { cwd, env });
    expect(code).toBe(1);
    server.child.kill('SIGTERM');
    const { code: ended, err } = await server.ended;
    expect(ended).toBe(0);
    expect(err).toContain('release: cmdb-3.12, ESB b\n');
  });

  it.each([
    { given: '--release cmdb-3.11 --esb b', says: ['cmdb-3.11', 'cmdb-3.10, cmdb-3.12'] },
    { given: '--release cmdb-3.12', says: ['--esb is missing', 'a, b, c'] },
    { given: '--esb b', says: ['--release is missing', 'cmdb-3.14'] },
    { given: '--release cmdb-3.12 --esb constructor', says: ['a, b, c', '"constructor"'] },
    { given: '--release cmdb-3.12 --esb d', says: ['known from its source only'] },
    { given: '--release cmdb-3.12 --esb b --variant slow-answers', says: ['--variant'] },
  ])('refuses $given', async ({ given, says }) => {
    const { code, err } = await run(['serve', ...given.split(' ')], { cwd: await emptyFolder() });
    expect(code).toBe(2);
    for (const words of says) expect(err).toContain(words);
  });

  it.each([
    { option: '--defects', id: 'result-missing-on-success', says: 'caught by: response.result' },
    { option: '--variants', id: 'slow-answers', says: 'Takes 200 ms for each answer.' },
  ])('lists in columns with a header: $option', async ({ option, id, says }) => {
    const { code, out } = await run(['serve', option], { cwd: await emptyFolder() });
    expect(code).toBe(0);
    const [head = '', ...rows] = out.trimEnd().split('\n');
    const column = head.indexOf('what the server does');
    expect(column).toBeGreaterThan(0);
    expect(out).not.toContain('\t');
    for (const row of rows) {
      expect(row.slice(column - 2, column), row).toBe('  ');
      expect(row[column], row).toMatch(/\S/);
      expect(row.length, row).toBeLessThanOrEqual(120);
    }
    expect(rows.some((row) => row.startsWith(`  ${id} `))).toBe(true);
    expect(out).toContain(says);
  });
});
