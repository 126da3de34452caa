import type { Call } from '../call.js';
import { isMembers, member } from '../json.js';
import type { Members } from '../json.js';
import { isRefusal } from '../refusal.js';
import type { Alteration } from './alteration.js';
import { isAdd } from './where.js';

/** Path of a required member, outermost name first. */
export type MemberPath = readonly [string, ...string[]];

/** The value at a path; undefined where it, or one above it, is absent. */
export function valueAt(members: Members, [first, ...rest]: MemberPath): unknown {
  const value = member(members, first);
  const [next, ...others] = rest;
  if (next === undefined) return value;
  return isMembers(value) ? valueAt(value, [next, ...others]) : undefined;
}

/** True where a member could stand: everything above it is an object. */
export function hasPlaceFor(members: Members, path: MemberPath): boolean {
  const above = path.slice(0, -1);
  const [first, ...rest] = above;
  return first === undefined || isMembers(valueAt(members, [first, ...rest]));
}

/** The same members with another value at a path. */
function replaced(members: Members, [first, ...rest]: MemberPath, value: unknown): Members {
  const [next, ...others] = rest;
  if (next === undefined) return { ...members, [first]: value };
  const inner = member(members, first);
  return {
    ...members,
    [first]: replaced(isMembers(inner) ? inner : {}, [next, ...others], value),
  };
}

/** Changes what is read from the body of a creation, before anything is checked. */
export function reading(change: (members: Members, call: Call) => Members): Alteration {
  return (sound) => ({
    decode: (call) => {
      const members = sound.decode(call);
      return isRefusal(members) || !isAdd(call) ? members : change(members, call);
    },
  });
}

/**
 * Reads a member as another value where a test holds, and takes the ids that come of it for
 * instances, whether there are such instances or not.
 */
export function readingAs(
  path: MemberPath,
  test: (value: unknown) => boolean,
  as: (value: unknown) => unknown,
): Alteration {
  return (sound) => {
    const changed = new WeakSet<Call>();
    const read = reading((members, call) => {
      if (!hasPlaceFor(members, path)) return members;
      const value = valueAt(members, path);
      if (!test(value)) return members;
      changed.add(call);
      return replaced(members, path, as(value));
    });
    return {
      ...read(sound),
      admit: (wanted, call) => {
        const refusal = sound.admit(wanted, call);
        const absent = refusal?.code === 1101073 || refusal?.code === 1101074;
        return absent && changed.has(call) ? undefined : refusal;
      },
    };
  };
}
