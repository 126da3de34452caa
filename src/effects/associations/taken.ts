import type { JsonObject } from '../../json/json-value.js';
import type { Row } from '../../judge/creation.js';
import type { Taken } from '../../record/ending.js';
import type { Means } from '../means.js';
import type { Slot } from '../slot.js';
import type { Lookups } from './lookups.js';
import { ASSOCIATION, SOURCE, TARGET } from './members.js';
import { pairOf } from './pair.js';

/**
 * Why the fixture's pair can't be associated as things are on the target: it is associated already,
 * or an association that is there leaves no room for another by the mapping.
 *
 * @returns undefined where lookups show nothing that stands in the way
 */
export async function whyTaken(
  means: Means,
  slot: Slot,
  lookups: Lookups,
  mapping: string | undefined,
): Promise<Taken | undefined> {
  const { bk_obj_asst_id: association, bk_inst_id: source, bk_asst_inst_id: target } = pairOf(slot);
  /** Rows under the fixture's association that meet a condition; none where lookups can't be used. */
  const under = async (condition: JsonObject): Promise<Row[]> => {
    const { rows = [] } = await lookups.find(means, { ...condition, [ASSOCIATION]: association });
    return rows.filter(({ holds }) => holds[ASSOCIATION] === association);
  };
  const noRoom = (setting: string, id: bigint, { id: by }: Row): Taken => ({
    how: 'no-room',
    setting,
    id: id.toString(),
    by: by.toString(),
    rule: mapping ?? '',
  });
  const between = await under({ [SOURCE]: source, [TARGET]: target });
  const same = between.find(({ holds }) => holds[SOURCE] === source && holds[TARGET] === target);
  if (same !== undefined) {
    return {
      how: 'stored',
      settings: ['CMDB_INST_ID', 'CMDB_ASST_INST_ID'],
      ids: [source.toString(), target.toString()],
      by: same.id.toString(),
    };
  }
  if (mapping === '1:1' || mapping === '1:n') {
    const ofTarget = (await under({ [TARGET]: target })).find(
      ({ holds }) => holds[TARGET] === target,
    );
    if (ofTarget !== undefined) return noRoom('CMDB_ASST_INST_ID', target, ofTarget);
  }
  if (mapping !== '1:1') return undefined;
  const ofSource = (await under({ [SOURCE]: source })).find(
    ({ holds }) => holds[SOURCE] === source,
  );
  return ofSource === undefined ? undefined : noRoom('CMDB_INST_ID', source, ofSource);
}
