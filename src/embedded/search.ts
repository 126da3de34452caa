import { isMembers, member } from './json.js';
import type { Members } from './json.js';
import { isRefusal, malformed } from './refusal.js';
import type { Refusal } from './refusal.js';
import type { Row, World } from './world.js';

/** The values that a row's member may have, by member. */
export type Condition = ReadonlyMap<string, ReadonlySet<unknown>>;

/** What is looked up: associations that meet a condition. */
export interface Search {
  /** Only those with this model on either side. */
  readonly model?: string;
  readonly condition: Condition;
}

/** Reads a condition: a value for each member, or `{"$in": […]}`. */
export function readCondition(members: Members): Condition | Refusal {
  const condition = new Map<string, ReadonlySet<unknown>>();
  for (const [name, wanted] of Object.entries(members)) {
    const values = readValues(name, wanted);
    if (isRefusal(values)) return values;
    condition.set(name, values);
  }
  return condition;
}

function readValues(name: string, wanted: unknown): ReadonlySet<unknown> | Refusal {
  if (!isMembers(wanted)) return new Set([wanted]);
  const listed = member(wanted, '$in');
  return Array.isArray(listed) && Object.keys(wanted).length === 1
    ? new Set<unknown>(listed)
    : malformed(`condition.${name}`, 'a value or {"$in": [...]}');
}

/** The rows that a search finds, by id. A condition on a member that rows do not have finds none. */
export function searchRows({ model, condition }: Search, world: World): readonly Row[] {
  return [...world.rows.values()].filter(
    (row) =>
      (model === undefined || row.bk_obj_id === model || row.bk_asst_obj_id === model) &&
      meets({ ...row }, condition),
  );
}

/** True when every member that the condition names has one of its values. */
export function meets(row: Members, condition: Condition): boolean {
  for (const [name, values] of condition) {
    if (!values.has(member(row, name))) return false;
  }
  return true;
}
