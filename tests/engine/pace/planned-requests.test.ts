import { describe, expect, it } from 'vitest';
import { createdIn, plannedRequests } from '../../../src/engine/pace/planned-requests.js';
import { runAll } from '../a-run.js';

const line = (given: object): string => `${JSON.stringify(given)}\n`;
const CREATED = { step: 'created', kind: 'instance', of: 'a-model' };

describe('what a run created', () => {
  it('is told by its ledger, each thing once', () => {
    const lines = [
      line({ step: 'begin', at: 'now' }),
      line({ ...CREATED, step: 'about-to-create', creation: 1 }),
      line({ ...CREATED, creation: 1, id: '3000000000000001' }),
      line({ ...CREATED, creation: 1, id: '3000000000000001' }),
      line({ ...CREATED, kind: 'association', creation: 2 }),
      line({ ...CREATED, step: 'not-created', creation: 3 }),
    ];
    expect(createdIn(lines)).toEqual([
      { kind: 'instance', id: '3000000000000001' },
      { kind: 'association', id: undefined },
    ]);
  });
});

describe('planned requests', () => {
  it('are in the order of a run, with names in the place of ids that the server gave', async () => {
    const record = await runAll({}, { only: ['protocol'], effort: 'quick' });
    const [usualBody] = record.housekeeping;
    if (usualBody === undefined) throw new Error('nothing was sent');
    const id = 3000000000000001n;
    const body = `{"one":${id},"half":${id}.5,"text":"${id}","wrapped":${id + 2n ** 64n},"other":${id}7}`;
    const changed = {
      ...record,
      housekeeping: [{ ...usualBody, n: 1, sent: { ...usualBody.sent, body } }],
    };
    const planned = plannedRequests(changed, [{ kind: 'instance', id: id.toString() }]);
    expect(planned.map(({ n }) => n)).toEqual(planned.map(({ n }) => n).sort((a, b) => a - b));
    expect(planned[0]?.body).toBe(
      `{"one":<instance 1>,"half":<instance 1, a fraction>,"text":"<instance 1>","wrapped":<instance 1, wrapped around int64>,"other":${id}7}`,
    );
    expect(planned.some((request) => request.case?.startsWith('protocol.'))).toBe(true);
  });
});
