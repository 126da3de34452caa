import type { AddInstanceAssociationRequest } from '../../schemas/add_instance_association/types.js';
import type { CommonArguments } from '../../schemas/esb/types.js';

// What the specs have to name, computed from the types that are derived from the document: a member
// that is added, removed, renamed or given another type there makes them fail to compile.

/** Names of the declared members, those of a map excepted. */
type Declared<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] } & string;

type PathIn<T> = {
  [K in Declared<T>]: K | (T[K] extends object ? `${K}.${PathIn<T[K]>}` : never);
}[Declared<T>];

type ValueIn<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? ValueIn<T[Head], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never;

type InWords<Value> = [Value] extends [true]
  ? 'true'
  : [Value] extends [0n]
    ? '0'
    : [Value] extends [boolean]
      ? 'a boolean'
      : [Value] extends [bigint]
        ? 'an integer'
        : [Value] extends [string]
          ? 'a string'
          : [Value] extends [readonly unknown[]]
            ? 'an array'
            : [Value] extends [object]
              ? 'an object'
              : [Value] extends [object | null]
                ? 'an object or null'
                : never;

/** Every member by its path, for example `metadata.label`, with what it is. */
export type TypesOf<T> = { [M in PathIn<T>]: InWords<Exclude<ValueIn<T, M>, undefined>> };

/** A member of the request by its path, common arguments excepted. */
export type RequestMember = PathIn<Omit<AddInstanceAssociationRequest, keyof CommonArguments>>;
