import { checkText } from '../association-members.js';
import type { Call } from '../call.js';
import { isMembers, member } from '../json.js';
import { isRefusal, malformed } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { readCondition } from '../search.js';
import type { Row } from '../world.js';

/**
 * Finds instance associations on either side of a model, as CMDB does since v3.10: `bk_obj_id` is
 * required, `condition` may be left out.
 */
export function findInstanceAssociation(call: Call): readonly Row[] | Refusal {
  const model = checkText(call.members, 'bk_obj_id', 'bk_obj_id');
  if (isRefusal(model)) return model;
  const given = member(call.members, 'condition') ?? {};
  if (!isMembers(given)) return malformed('condition', 'an object');
  const condition = readCondition(given);
  if (isRefusal(condition)) return condition;
  return call.site.behaviour.search({ model, condition }, call);
}
