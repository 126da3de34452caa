import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { runAll, withStatus } from './a-run.js';
import { refusal, startFront } from './front.js';
import { outcomeTold } from './told.js';

const ONLY = { effort: 'quick', only: ['success', 'missing-field'] } as const;
/** The other pair of the embedded CMDB that nothing is associated between. */
const OTHER = { CMDB_INST_ID: '9007199254740995', CMDB_ASST_INST_ID: '9007199254741003' };

describe('two runs at once', () => {
  it('over one pair: the second ends with exit code 2 and says why', async () => {
    const server = await startEmbedded();
    const before = server.snapshot();
    const records = await Promise.all([1, 2].map(() => runAll(server.settings, ONLY)));
    expect(server.snapshot()).toBe(before);
    await server.close();
    const held = records.filter(({ ended }) => ended?.kind === 'fixture-held');
    expect(held).toMatchObject([{ exitCode: 2, leftovers: [] }]);
    const [other] = records.filter((record) => !held.includes(record));
    expect(other).toMatchObject({ exitCode: 3, leftovers: [] });
    expect(other?.ended).toBeUndefined();
    expect(other && withStatus(other, 'failed')).toEqual([]);
    for (const record of held) {
      const { en, zh } = outcomeTold(record);
      for (const told of [en, zh]) {
        expect(told).toContain('CMDB_INST_ID');
        expect(told).toContain(`cmdb-conformance-${other?.target.runId ?? ''}-holds-`);
      }
    }
  });

  it('over two pairs: neither disturbs the other', async () => {
    const server = await startEmbedded();
    const before = server.snapshot();
    const records = await Promise.all(
      [{}, OTHER].map((pair) => runAll({ ...server.settings, ...pair }, ONLY)),
    );
    expect(server.snapshot()).toBe(before);
    await server.close();
    for (const record of records) {
      expect(record).toMatchObject({ exitCode: 3, leftovers: [] });
      expect(record.ended).toBeUndefined();
      expect(withStatus(record, 'failed')).toEqual([]);
    }
  });

  it('where instances can’t be looked up: nothing is held, and the run goes on', async () => {
    await using front = await startFront(({ endpoint }, forward) =>
      endpoint === 'search_inst' ? refusal(1306403, 'not for you') : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await runAll(front.settings, ONLY);
    expect(record).toMatchObject({ exitCode: 3, leftovers: [] });
    expect(record.ended).toBeUndefined();
    expect(front.embedded.snapshot()).toBe(before);
  });
});
