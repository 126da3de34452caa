import { isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import type { Means } from '../means.js';

/** An attribute that a model requires of its instances. */
export interface Attribute {
  readonly id: string;
  /** As CMDB names types: `singlechar`, `int`, `enum`, … */
  readonly type: string;
  /** Bounds, choices or a regular expression, as the type has them. */
  readonly option: JsonValue;
}

/** What models require of instances, asked once for each. */
export interface Attributes {
  /** Those besides the name; none where they can't be looked up: a refusal says then what it was. */
  readonly requiredBy: (means: Means, model: string) => Promise<readonly Attribute[]>;
}

/** Given by CMDB itself. */
const GIVEN: ReadonlySet<string> = new Set(['idrule']);

/** Opens the lookups of attributes of a run. */
export function openAttributes(): Attributes {
  const known = new Map<string, Promise<readonly Attribute[]>>();
  return {
    requiredBy(means, model) {
      const asked = known.get(model) ?? ask(means, model);
      known.set(model, asked);
      return asked;
    },
  };
}

async function ask(means: Means, model: string): Promise<readonly Attribute[]> {
  const answer = await means.send('search_object_attribute', { bk_obj_id: model }, 'setup');
  const data = answer.kind === 'accepted' ? answer.body['data'] : undefined;
  const rows = Array.isArray(data) ? data.filter((row: JsonValue) => isObject(row)) : [];
  return rows.flatMap(attributeIn);
}

function attributeIn(row: JsonObject): Attribute[] {
  const { bk_property_id: id, bk_property_type: type, isrequired, option = null } = row;
  if (isrequired !== true || typeof id !== 'string' || typeof type !== 'string') return [];
  return id === 'bk_inst_name' || GIVEN.has(type) ? [] : [{ id, type, option }];
}
