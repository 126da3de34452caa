import type { Call } from '../call.js';
import { isInt64, member } from '../json.js';
import { storeRow } from '../world.js';
import type { Row, Wanted } from '../world.js';

/** The association of the fixture, which a careless server falls back to. */
export const USUAL_ASSOCIATION = 'bk_switch_default_bk_router';

/** What a call asks for, taken as a careless server would: 0 for an id that is none. */
export function wantedIn({ members }: Call): Wanted {
  const association = member(members, 'bk_obj_asst_id');
  const source = member(members, 'bk_inst_id');
  const target = member(members, 'bk_asst_inst_id');
  return {
    association:
      typeof association === 'string' && association !== '' ? association : USUAL_ASSOCIATION,
    source: isInt64(source) ? source : 0n,
    target: isInt64(target) ? target : 0n,
  };
}

/** Stores an association under the next id, past every check. */
export function storeUnchecked(wanted: Wanted, { site }: Call): Row {
  const id = site.behaviour.nextRowId(site.world);
  const row = storeRow(site.world, wanted, id);
  if (site.world.associations.has(wanted.association)) return row;
  // Under an unknown association the models are not known either; the usual ones make it findable.
  const models = { bk_obj_id: 'bk_switch', bk_asst_obj_id: 'bk_router', bk_asst_id: 'default' };
  const found = { ...row, ...models };
  site.world.rows.set(id, found);
  return found;
}
