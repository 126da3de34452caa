import { checkText } from '../association-members.js';
import type { Call } from '../call.js';
import { isRefusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Attribute } from '../world.js';

/** Every model has it. */
const NAME: Attribute = { id: 'bk_inst_name', type: 'singlechar', option: '' };

/** The attributes of a model: its name, and those of its own; none of a model that there is not. */
export function searchObjectAttribute(call: Call): readonly unknown[] | Refusal {
  const model = checkText(call.members, 'bk_obj_id', 'bk_obj_id');
  if (isRefusal(model)) return model;
  const { instances, attributes } = call.site.world;
  if (!instances.has(model)) return [];
  return [NAME, ...(attributes.get(model) ?? [])].map(({ id, type, option }) => ({
    bk_obj_id: model,
    bk_property_id: id,
    bk_property_type: type,
    isrequired: true,
    option,
    bk_supplier_account: '0',
  }));
}
