import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { recordOf } from './record-of.js';
import { emptyFolder, run, start } from './run-product.js';
import type { Started } from './run-product.js';

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
    const { code } = await run(['run'], { cwd, env });
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
    const { code } = await run(['run'], { cwd, env });
    expect(code).toBe(1);
    const { requirements } = await recordOf(cwd);
    const failed = requirements.filter(({ status }) => status === 'failed').map(({ id }) => id);
    expect(failed).toContain('response.result.present');
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});
