import { isInt64, isMembers, member } from '../json.js';
import type { Members } from '../json.js';
import { CMDB_PARAMETER, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Attribute, World } from '../world.js';

/** CMDB's code for a value of another type: CCErrCommParamsNeedString and its like. */
const WRONG_TYPE = 1199007;

/** What is wrong with the attributes that a model requires besides the name; undefined: nothing. */
export function checkAttributes(
  members: Members,
  world: World,
  model: string,
): Refusal | undefined {
  for (const attribute of world.attributes.get(model) ?? []) {
    const value = member(members, attribute.id) ?? '';
    if (value === '') {
      return refuse('parameter', CMDB_PARAMETER.missing, `'${attribute.id}' unassigned`);
    }
    if (!fits(attribute, value)) {
      return refuse('parameter', WRONG_TYPE, `'${attribute.id}' must be of type ${attribute.type}`);
    }
    if (attribute.unique === true && isTaken(world, attribute.id, value)) {
      const message = `duplicated instances exist, fields [${attribute.id}] duplicated`;
      return refuse('state', 1199014, message);
    }
  }
  return undefined;
}

/** The values that are stored beside an instance's name. */
export function ownValues(members: Members, world: World, model: string): Members {
  const ids = (world.attributes.get(model) ?? []).map(({ id }) => id);
  return Object.fromEntries(ids.map((id) => [id, member(members, id)]));
}

function fits({ type, option }: Attribute, value: unknown): boolean {
  switch (type) {
    case 'singlechar':
      return typeof value === 'string';
    case 'int':
      return isInt64(value) && value >= option.min && value <= option.max;
    case 'enum':
      return option.some(({ id }) => id === value);
  }
}

function isTaken({ values }: World, id: string, value: unknown): boolean {
  return [...values.values()].some((each) => isMembers(each) && member(each, id) === value);
}
