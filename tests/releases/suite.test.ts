import { beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Problem } from '../../src/record/problem.js';
import type { RunRecord } from '../../src/record/record.js';
import { runAll } from '../engine/a-run.js';
import { FAILURES, UNJUDGED } from './failures.js';
import { PAIRS } from './pairs.js';

/** The kind of a reason, and the member where it has one. */
function told(problem: Problem | undefined): string {
  return [problem?.kind, problem?.kind === 'member-missing' ? problem.at : ''].join(' ').trimEnd();
}

describe.each(PAIRS)('a run against the embedded CMDB as $name', ({ name, release }) => {
  let record: RunRecord;

  beforeAll(async () => {
    const server = await startEmbedded({ release });
    const before = server.snapshot();
    record = await runAll(server.settings, { effort: 'quick' });
    expect(server.snapshot()).toBe(before);
    await server.close();
  });

  it('fails of what a run against the real pair fails of', () => {
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
  });

  it('is told by what came back, and the option to add with it', () => {
    const fits = record.notes.flatMap((note) => (note.kind === 'releases-fit' ? [note] : []));
    expect(fits.find(({ family }) => family === 'esb')?.releases).toEqual([release.esb]);
    expect(fits.find(({ family }) => family === 'cmdb')?.releases).toEqual(
      release.cmdb === 'cmdb-3.9'
        ? ['cmdb-3.9']
        : ['cmdb-3.10', 'cmdb-3.12', 'cmdb-3.13', 'cmdb-3.14'],
    );
  });
});
