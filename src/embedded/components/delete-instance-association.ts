import type { Call } from '../call.js';
import { isInt64, member } from '../json.js';
import { ESB, isRefusal, malformed, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Row } from '../world.js';

/**
 * Removes an instance association. Since v3.10 CMDB does so in the tables of a model: with an unknown
 * id, or with a model on neither side of it, nothing is removed and the answer is a success. Before,
 * it takes the id alone and refuses an unknown one.
 */
export function deleteInstanceAssociation(call: Call): null | '' | Refusal {
  const { site } = call;
  const model = site.cmdb.byModel ? requireInPath(call, 'bk_obj_id') : undefined;
  if (isRefusal(model)) return model;
  const id = requireInPath(call, 'id');
  if (isRefusal(id)) return id;
  if (!isInt64(id)) return malformed('id', 'an int64');
  const row = site.world.rows.get(id);
  if (!site.cmdb.byModel) return removeById(id, row, call);
  const right = row?.bk_obj_id === model || row?.bk_asst_obj_id === model;
  if (row !== undefined && right) {
    site.behaviour.remove(row, call);
  }
  return null;
}

function removeById(id: bigint, row: Row | undefined, call: Call): '' | Refusal {
  const { behaviour, cmdb } = call.site;
  if (cmdb.checksDeletedId && id < 1n) {
    return refuse('parameter', 1199998, `input id list contains illegal id ${String(id)}`);
  }
  if (row === undefined) return refuse('state', 1199019, 'No relevant data found');
  behaviour.remove(row, call);
  return '';
}

/** The ESB itself needs these two: they become parts of CMDB's path. */
function requireInPath({ members }: Call, name: string): unknown {
  return (
    member(members, name) ??
    refuse('parameter', ESB.argument, `Parameters error, param ${name} is required`)
  );
}
