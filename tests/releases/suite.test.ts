import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Problem } from '../../src/record/problem.js';
import { runAll } from '../engine/a-run.js';
import { FAILURES, UNJUDGED } from './failures.js';
import { PAIRS } from './pairs.js';

/** The kind of a reason, and the member where it has one. */
function told(problem: Problem | undefined): string {
  return [problem?.kind, problem?.kind === 'member-missing' ? problem.at : ''].join(' ').trimEnd();
}

describe.each(PAIRS)('a run against the embedded CMDB as $name', ({ name, release }) => {
  it('fails of what a run against the real pair fails of', async () => {
    const server = await startEmbedded({ release });
    const before = server.snapshot();
    try {
      const record = await runAll(server.settings, { effort: 'quick' });
      const { requirements } = record;
      const failed = requirements.filter(({ status }) => status === 'failed');
      expect(failed.map(({ id, problem }) => `${id} ${told(problem)}`).sort()).toEqual(
        [...FAILURES[name]].sort(),
      );
      const unjudged = requirements.filter(
        ({ status }) => status === 'inconclusive' || status === 'not-applicable',
      );
      expect(unjudged.map(({ id }) => id).sort()).toEqual([...UNJUDGED[name]].sort());
      expect(record).toMatchObject({ outcome: 'nonconformant', exitCode: 1, leftovers: [] });
      expect(server.snapshot()).toBe(before);
    } finally {
      await server.close();
    }
  });
});
