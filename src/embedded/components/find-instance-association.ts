import { checkText } from '../association-members.js';
import type { Call } from '../call.js';
import { isMembers, member } from '../json.js';
import { isRefusal, malformed } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { readCondition } from '../search.js';
import type { Row } from '../world.js';

/**
 * Finds instance associations on either side of a model: `bk_obj_id` is required, `condition` may be
 * left out. CMDB before v3.10 has them in one table, and needs no model.
 */
export function findInstanceAssociation(call: Call): readonly Row[] | Refusal {
  const { behaviour, cmdb } = call.site;
  const model = cmdb.byModel ? checkText(call.members, 'bk_obj_id', 'bk_obj_id') : undefined;
  if (isRefusal(model)) return model;
  const given = member(call.members, 'condition') ?? {};
  if (!isMembers(given)) return malformed('condition', 'an object');
  const condition = readCondition(given);
  if (isRefusal(condition)) return condition;
  return behaviour.search({ ...(model === undefined ? {} : { model }), condition }, call);
}
