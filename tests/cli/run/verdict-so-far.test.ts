import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/cli/document/load-contract.js';
import { levelsOf, verdictSoFar } from '../../../src/cli/run/verdict-so-far.js';
import type { LevelOf } from '../../../src/cli/run/verdict-so-far.js';
import { emptyFolder, run } from '../run-product.js';
import { startEmbedded } from '../../../src/embedded/start.js';

/** Another endpoint has other levels. */
const levelOf: LevelOf = (endpoint, id) =>
  endpoint !== 'add' ? 'must' : id === 'a.must' ? 'must' : id === 'a.should' ? 'should' : undefined;
const result = {
  endpoint: 'add',
  status: 'failed',
  requirements: ['a.must', 'a.should'],
} as const;
const failed = (requirement: string) => ({ requirement, status: 'failed' }) as const;
const passed = (requirement: string) => ({ requirement, status: 'passed' }) as const;

describe('the verdict on a case so far', () => {
  it('is a warning where all that failed is a should', () => {
    const found = [passed('a.must'), failed('a.should'), failed('a.should')];
    expect(verdictSoFar(result, found, levelOf, false)).toBe('warning');
    expect(verdictSoFar(result, found, levelOf, true)).toBe('failed');
  });

  it('is failed where a must failed, and where nothing is known', () => {
    const found = [failed('a.must'), failed('a.should')];
    expect(verdictSoFar(result, found, levelOf, false)).toBe('failed');
    expect(verdictSoFar(result, [], levelOf, false)).toBe('failed');
  });

  it('goes by the levels of its own endpoint', async () => {
    const found = [failed('a.should')];
    expect(verdictSoFar({ ...result, endpoint: 'other' }, found, levelOf, false)).toBe('failed');
    const levels = levelsOf(await loadContract());
    expect(levels('add_instance_association', 'endpoint.method')).toBe('must');
    expect(levels('create_inst', 'endpoint.method')).toBe('should');
    expect(levels('create_inst', 'convention.content_type')).toBe('should');
    expect(levels('create_inst', 'request.bk_inst_id.required')).toBeUndefined();
  });

  it('is the status where nothing failed', () => {
    expect(verdictSoFar({ ...result, status: 'observed' }, [], levelOf, false)).toBe('observed');
  });

  it('shows in the progress of a run against a server that leaves out a recommendation', async () => {
    const target = await startEmbedded({ defect: 'permission-missing-from-the-30th-refusal-on' });
    const { code, err } = await run(['run'], { cwd: await emptyFolder(), env: target.settings });
    await target.close();
    expect(code).toBe(0);
    expect(err).toMatch(/! \d+/);
    expect(err).not.toContain('✗');
  });
});
