import { describe, expect, it } from 'vitest';
import { writeJson } from '../../src/json/write-json.js';
import type { Leftover } from '../../src/record/record.js';
import { runAll } from './a-run.js';
import { refusal, startFront } from './front.js';
import { outcomeTold } from './told.js';

const ADD = 'add_instance_association';
const DELETE = 'delete_instance_association';
const QUICK = { CMDB_LOOKUP_WAIT_MS: '100' };

const namesOf = (leftovers: readonly Leftover[]): string[] =>
  leftovers.map(({ kind, id }) => `${kind} ${id ?? '?'}`);

/** Rows that are stored now and were not. */
function more(before: string, now: string): string[] {
  const known = new Set(before.split('\n'));
  return now.split('\n').filter((line) => line.startsWith('row ') && !known.has(line));
}

describe('what can’t be removed', () => {
  it('is borne three times: nothing more is created, and each is listed once', async () => {
    await using front = await startFront(({ endpoint, nth }, forward) =>
      endpoint === DELETE && nth > 3 ? refusal(1199998, 'not today') : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await runAll({ ...front.settings, ...QUICK }, { effort: 'quick' });
    const said = { code: '1199998', message: 'not today' };
    expect(record.ended).toEqual({ kind: 'too-much-left', number: 3, endpoint: DELETE, said });
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3 });
    const left = record.leftovers.filter(({ kind }) => kind === 'association');
    expect(new Set(namesOf(record.leftovers)).size).toBe(record.leftovers.length);
    expect(left).toHaveLength(more(before, front.embedded.snapshot()).length);
    expect(left.length).toBeLessThanOrEqual(12);
    for (const { why } of left) expect(why).toEqual({ kind: 'not-removed', said });
    for (const told of Object.values(outcomeTold(record))) expect(told).toContain('not today');
  });

  it('is asked for again where it is refused now and then', async () => {
    await using front = await startFront(({ endpoint, nth }, forward) =>
      endpoint === DELETE && nth % 3 !== 0 ? refusal(1199998, 'busy') : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await runAll({ ...front.settings, ...QUICK }, { only: ['success'] });
    expect(record.leftovers).toEqual([]);
    expect(record.ended).toBeUndefined();
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('is not what is stored elsewhere on an instance of the suite’s own', async () => {
    await using front = await startFront(({ endpoint, members }, forward) =>
      endpoint === ADD && typeof members['bk_asst_inst_id'] === 'bigint'
        ? forward(writeJson({ ...members, bk_asst_inst_id: 202n }))
        : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await runAll({ ...front.settings, ...QUICK }, { effort: 'quick' });
    expect(record.exitCode).toBe(1);
    expect(record.leftovers.length).toBeLessThanOrEqual(3);
    expect(new Set(namesOf(record.leftovers)).size).toBe(record.leftovers.length);
    expect(more(before, front.embedded.snapshot())).toHaveLength(record.leftovers.length);
  });
});
