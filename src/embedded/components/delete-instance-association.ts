import type { Call } from '../call.js';
import { isInt64, member } from '../json.js';
import { ESB, isRefusal, malformed, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/**
 * Removes an instance association, as CMDB does since v3.10: with an unknown id, or with a model on
 * neither side of it, nothing is removed and the answer is a success.
 */
export function deleteInstanceAssociation(call: Call): null | Refusal {
  const { site } = call;
  const model = requireInPath(call, 'bk_obj_id');
  if (isRefusal(model)) return model;
  const id = requireInPath(call, 'id');
  if (isRefusal(id)) return id;
  if (!isInt64(id)) return malformed('id', 'an int64');
  const row = site.world.rows.get(id);
  const right = row?.bk_obj_id === model || row?.bk_asst_obj_id === model;
  if (row !== undefined && right) {
    site.behaviour.remove(row, call);
  }
  return null;
}

/** The ESB itself needs these two: they become parts of CMDB's path. */
function requireInPath({ members }: Call, name: string): unknown {
  return (
    member(members, name) ??
    refuse('parameter', ESB.argument, `Parameters error, param ${name} is required`)
  );
}
