import type { Shape } from './shape.js';
import type { Step } from './step.js';

/**
 * Compares keys and JSON types. Of what is gone, new or of another type the topmost is told, and
 * nothing of what is inside; of arrays of which one is empty, nothing of the items.
 *
 * @param at - path of the two, `''` for whole bodies
 */
export function compareShapes(before: Shape, after: Shape, at = ''): Step[] {
  const own = compareTypes(before, after, at);
  const inside = [...(before.members ?? [])].flatMap(([name, member]): Step[] => {
    const path = at === '' ? name : `${at}.${name}`;
    const other = after.members?.get(name);
    if (other !== undefined) return compareShapes(member, other, path);
    if (after.members === undefined) return [];
    return [{ kind: 'member-gone', at: path, before: typesOf(member), after: '' }];
  });
  const added = [...(after.members ?? [])].flatMap(([name, member]): Step[] =>
    before.members === undefined || before.members.has(name)
      ? []
      : [
          {
            kind: 'member-new',
            at: at === '' ? name : `${at}.${name}`,
            before: '',
            after: typesOf(member),
          },
        ],
  );
  const items =
    before.items && after.items ? compareShapes(before.items, after.items, `${at}[]`) : [];
  return [...own, ...inside, ...added, ...items];
}

function compareTypes(one: Shape, other: Shape, at: string): Step[] {
  const [before, after] = [typesOf(one), typesOf(other)];
  if (before === after) return [];
  const had = one.types.includes('null');
  const has = other.types.includes('null');
  const others = ({ types }: Shape): string => types.filter((type) => type !== 'null').join('|');
  // Null beside what was there, or in its place: what else is there is the same, or not known.
  const isNullAlone =
    had !== has && (others(one) === others(other) || !others(one) || !others(other));
  const kind = isNullAlone ? (has ? 'null-now' : 'value-now') : 'type-changed';
  return [{ kind, at, before, after }];
}

function typesOf({ types }: Shape): string {
  return types.join('|');
}
