import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { recordOf } from './record-of.js';
import { emptyFolder, run } from './run-product.js';

const ADD = 'add_instance_association';

describe.concurrent('run --endpoint', () => {
  it('judges the endpoints that are named, in one record', async () => {
    const cwd = await emptyFolder();
    const named = ['--endpoint', ADD, '--endpoint', 'find_instance_association'];
    const args = ['run', ...named, '--effort', 'quick', '--lang', 'en'];
    const { code, out } = await run(args, { cwd });
    expect(code).toBe(0);
    const record = await recordOf(cwd);
    expect(record).toMatchObject({ outcome: 'conformant', suite: { effort: 'quick' } });
    expect(record.endpoints.map(({ endpoint }) => endpoint)).toEqual([
      ADD,
      'find_instance_association',
    ]);
    expect(out).toContain(`find_instance_association/endpoint.method`);
    expect(out).toContain('nothing is sent to this endpoint');
  });

  it('sends nothing to one of which nobody knows what its requests do', async () => {
    const target = await startEmbedded();
    const before = target.snapshot();
    const cwd = await emptyFolder();
    const args = ['run', '--endpoint', 'find_instance_association', '--lang', 'en'];
    const { code, out } = await run(args, { cwd, env: target.settings });
    await target.close();
    expect(code).toBe(3);
    expect(out).toContain('Nothing was judged');
    const { outcome, counts, cases, requirements } = await recordOf(cwd);
    expect({ outcome, cases }).toEqual({ outcome: 'incomplete', cases: [] });
    expect(counts).toMatchObject({ exchanges: 0, 'not-applicable': requirements.length });
    expect(target.snapshot()).toBe(before);
  });

  it.each([
    ['a category of one', `${ADD}/protocol`, 'protocol.'],
    ['a case of one', `${ADD}/semantics.pair.repeated`, 'semantics.pair.repeated'],
  ])('with --only for %s', async (_what, only, prefix) => {
    const cwd = await emptyFolder();
    const { code } = await run(['run', '--only', only], { cwd });
    expect(code).toBe(3);
    const { cases } = await recordOf(cwd);
    expect(cases.length).toBeGreaterThan(0);
    for (const { endpoint, id } of cases) {
      expect(endpoint).toBe(ADD);
      expect(id.startsWith(prefix), id).toBe(true);
    }
  });
});
