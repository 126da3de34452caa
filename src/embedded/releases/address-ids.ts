import { isInt64, member } from '../json.js';
import type { Members } from '../json.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Cmdb } from './cmdb.js';

/** The id that stands in the address, by component, and what texts call it. */
const IDS: Readonly<Record<string, { readonly name: string; readonly label: string }>> = {
  delete_instance_association: { name: 'id', label: 'association_id' },
  delete_inst: { name: 'bk_inst_id', label: 'bk_inst_id' },
};

/**
 * Reads the id in the address, where every id is a text; before v3.10 the refusal forgets its name.
 *
 * @returns the parameters with the id as a number
 */
export function withId(
  component: string | undefined,
  members: Members,
  { byModel }: Cmdb,
): Members | Refusal {
  const id = IDS[component ?? ''];
  if (id === undefined) return members;
  const text = member(members, id.name);
  const read =
    typeof text === 'string' && /^[+-]?\d{1,19}$/.test(text)
      ? BigInt(text.replace('+', ''))
      : undefined;
  if (isInt64(read)) return { ...members, [id.name]: read };
  return byModel
    ? refuse('parameter', 1199009, `${id.label} is no integer`).naming(id.label)
    : refuse('parameter', 1199011, `${id.label} is no integer`);
}
