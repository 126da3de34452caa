import { describe, expect, it } from 'vitest';
import { verdictSoFar } from '../../src/cli/verdict-so-far.js';
import { emptyFolder, run } from './run-product.js';
import { startEmbedded } from '../../src/embedded/start.js';

const LEVELS = new Map([
  ['a.must', 'must'],
  ['a.should', 'should'],
] as const);
const entry = { requirements: ['a.must', 'a.should'] };
const failed = (requirement: string) => ({ requirement, status: 'failed' }) as const;
const passed = (requirement: string) => ({ requirement, status: 'passed' }) as const;

describe('the verdict on a case so far', () => {
  it('is a warning where all that failed is a should', () => {
    const found = [passed('a.must'), failed('a.should'), failed('a.should')];
    expect(verdictSoFar(entry, 'failed', found, LEVELS, false)).toBe('warning');
    expect(verdictSoFar(entry, 'failed', found, LEVELS, true)).toBe('failed');
  });

  it('is failed where a must failed, and where nothing is known', () => {
    const found = [failed('a.must'), failed('a.should')];
    expect(verdictSoFar(entry, 'failed', found, LEVELS, false)).toBe('failed');
    expect(verdictSoFar(entry, 'failed', [], LEVELS, false)).toBe('failed');
  });

  it('is the status where nothing failed', () => {
    expect(verdictSoFar(entry, 'observed', [], LEVELS, false)).toBe('observed');
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
