import { ExactNumber, isObject } from '../../json/json-value.js';
import type { JsonValue } from '../../json/json-value.js';

/** What is nested more deeply is not looked at, nor are more members than this of one object. */
const DEEPEST = 20;
const MOST_MEMBERS = 300;

/** Keys and JSON types of a value. Of the items of an array, what they have between them. */
export interface Shape {
  /** Sorted: several for items that differ. */
  readonly types: readonly string[];
  readonly members?: ReadonlyMap<string, Shape>;
  /** Absent for an array without items: nothing is known of them. */
  readonly items?: Shape;
}

/** The shape of a value. A key that is a number stands for any: `#`. */
export function shapeOf(value: JsonValue, depth = 0): Shape {
  if (value === null) return { types: ['null'] };
  if (typeof value === 'bigint') return { types: ['integer'] };
  if (value instanceof ExactNumber) return { types: ['number'] };
  if (typeof value !== 'object') return { types: [typeof value] };
  if (depth === DEEPEST) return { types: [isObject(value) ? 'object' : 'array'] };
  if (isObject(value)) {
    const members = new Map<string, Shape>();
    for (const [key, member] of Object.entries(value).slice(0, MOST_MEMBERS)) {
      const name = /^\d+$/.test(key) ? '#' : key;
      const shape = shapeOf(member, depth + 1);
      const known = members.get(name);
      members.set(name, known === undefined ? shape : united(known, shape));
    }
    return { types: ['object'], members };
  }
  const shapes = value.slice(0, MOST_MEMBERS).map((item) => shapeOf(item, depth + 1));
  const [first, ...rest] = shapes;
  return first === undefined
    ? { types: ['array'] }
    : { types: ['array'], items: rest.reduce(united, first) };
}

/** What either of two shapes has. */
function united(one: Shape, other: Shape): Shape {
  const members = new Map(one.members);
  for (const [name, shape] of other.members ?? []) {
    const known = members.get(name);
    members.set(name, known === undefined ? shape : united(known, shape));
  }
  const items =
    one.items && other.items ? united(one.items, other.items) : (one.items ?? other.items);
  return {
    types: [...new Set([...one.types, ...other.types])].sort(),
    ...(one.members || other.members ? { members } : {}),
    ...(items ? { items } : {}),
  };
}

/** A shape as text: equal for equal shapes, whatever the order of keys. */
export function shapeKey({ types, members, items }: Shape): string {
  const inside = [...(members ?? [])]
    .map(([name, shape]) => `${JSON.stringify(name)}:${shapeKey(shape)}`)
    .sort();
  return `${types.join('|')}${members ? `{${inside.join()}}` : ''}${items ? `[${shapeKey(items)}]` : ''}`;
}
