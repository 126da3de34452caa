import { slotOf } from './pair.js';
import type { Slot } from '../slot.js';

/** What the settings name: a model association, its models, two instances, a business. */
export interface Fixture {
  readonly association: string;
  readonly sourceModel: string;
  readonly targetModel: string;
  readonly business: string;
  readonly slot: Slot;
}

/**
 * Reads the fixture from settings that were checked.
 *
 * @param setting - the text of a variable
 */
export function fixtureOf(setting: (variable: string) => string): Fixture {
  const association = setting('CMDB_OBJ_ASST_ID');
  return {
    association,
    sourceModel: setting('CMDB_OBJ_ID'),
    targetModel: setting('CMDB_ASST_OBJ_ID'),
    business: setting('CMDB_BIZ_ID'),
    slot: slotOf(
      {
        bk_obj_asst_id: association,
        bk_inst_id: BigInt(setting('CMDB_INST_ID')),
        bk_asst_inst_id: BigInt(setting('CMDB_ASST_INST_ID')),
      },
      false,
    ),
  };
}
