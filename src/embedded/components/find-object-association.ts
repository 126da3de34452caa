import type { Call } from '../call.js';
import { isMembers, member } from '../json.js';
import { CMDB_PARAMETER, isRefusal, malformed, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { meets, readCondition } from '../search.js';

/** Finds model associations; CMDB refuses a condition that is empty. */
export function findObjectAssociation(call: Call): readonly unknown[] | Refusal {
  const given = member(call.members, 'condition') ?? {};
  if (!isMembers(given)) return malformed('condition', 'an object');
  if (Object.keys(given).length === 0) {
    return refuse('parameter', CMDB_PARAMETER.illegal, 'parameter condition is empty');
  }
  const condition = readCondition(given);
  if (isRefusal(condition)) return condition;
  return [...call.site.world.associations.values()]
    .map((one) => ({
      id: one.id,
      bk_supplier_account: '0',
      bk_obj_asst_id: one.name,
      bk_obj_asst_name: '',
      bk_obj_id: one.source,
      bk_asst_obj_id: one.target,
      bk_asst_id: one.kind,
      mapping: one.mapping,
      on_delete: 'none',
      // CMDB says false of those that it comes with, and neither of those that people make.
      ispre: one.preset === true ? false : null,
    }))
    .filter((one) => meets(one, condition));
}
