import { describe, expect, it } from 'vitest';
import { openLookups } from '../../../src/effects/associations/lookups.js';
import { whyTaken } from '../../../src/effects/associations/taken.js';
import type { JsonObject } from '../../../src/json/json-value.js';
import { accepted, ASSOCIATION, fakeMeans, pair, REFUSED } from './a-fixture.js';

/** A row as the target writes it. */
function stored(source: bigint, target: bigint, association = 'a', id = 7n): JsonObject {
  return { id, bk_obj_asst_id: association, bk_inst_id: source, bk_asst_inst_id: target };
}

/** Why the pair of the fixture is taken on a target that has these rows, whatever it is asked. */
async function taken(rows: readonly JsonObject[], mapping?: string) {
  const { means, asked } = fakeMeans(() => accepted(rows));
  const why = await whyTaken(
    means,
    pair(11n, 22n),
    openLookups(() => ASSOCIATION),
    mapping,
  );
  return { why, conditions: asked.map(({ members }) => members['condition']) };
}

describe('whyTaken', () => {
  it('is that the pair is associated already', async () => {
    const { why, conditions } = await taken([stored(11n, 22n)], '1:1');
    expect(why).toEqual({
      how: 'stored',
      settings: ['CMDB_INST_ID', 'CMDB_ASST_INST_ID'],
      ids: ['11', '22'],
      by: '7',
    });
    expect(conditions).toEqual([{ bk_inst_id: 11n, bk_asst_inst_id: 22n, bk_obj_asst_id: 'a' }]);
  });

  it.each(['1:1', '1:n'])('is that the target has one, by the mapping %s', async (mapping) => {
    expect((await taken([stored(5n, 22n, 'a', 9n)], mapping)).why).toEqual({
      how: 'no-room',
      setting: 'CMDB_ASST_INST_ID',
      id: '22',
      by: '9',
      rule: mapping,
    });
  });

  it('is that the source has one, by the mapping 1:1', async () => {
    const { why, conditions } = await taken([stored(11n, 5n, 'a', 9n)], '1:1');
    expect(why).toEqual({
      how: 'no-room',
      setting: 'CMDB_INST_ID',
      id: '11',
      by: '9',
      rule: '1:1',
    });
    expect(conditions).toEqual([
      { bk_inst_id: 11n, bk_asst_inst_id: 22n, bk_obj_asst_id: 'a' },
      { bk_asst_inst_id: 22n, bk_obj_asst_id: 'a' },
      { bk_inst_id: 11n, bk_obj_asst_id: 'a' },
    ]);
  });

  it('is nothing where the mapping leaves room', async () => {
    const others = [stored(11n, 5n), stored(5n, 22n)];
    for (const mapping of ['n:n', undefined]) {
      expect((await taken(others, mapping)).why).toBeUndefined();
    }
    expect((await taken([stored(11n, 5n)], '1:n')).why).toBeUndefined();
  });

  it('is nothing under another association, or between other instances', async () => {
    const others = [stored(11n, 22n, 'b'), stored(5n, 6n), stored(22n, 11n)];
    expect((await taken(others, '1:1')).why).toBeUndefined();
  });

  it('is nothing where lookups can’t be used', async () => {
    const { means } = fakeMeans(() => REFUSED);
    expect(
      await whyTaken(
        means,
        pair(11n, 22n),
        openLookups(() => ASSOCIATION),
        '1:1',
      ),
    ).toBeUndefined();
  });
});
