import type {
  AddInstanceAssociationRequest,
  AddInstanceAssociationSuccess,
} from '../../schemas/add_instance_association/types.js';
import type { CommonArguments } from '../../schemas/esb/types.js';
import type { Fault } from '../../src/cases/faults.js';

// What the specs have to name, computed from the types that are derived from the document: a member
// that is added, removed, renamed or given another type there makes them fail to compile.

/** The request without the common arguments. */
type Parameters = Omit<AddInstanceAssociationRequest, keyof CommonArguments>;

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

/** A member of the request by its path, common arguments excepted: `metadata.label.bk_biz_id`. */
export type RequestMember = PathIn<Parameters>;

type ValueOf<Member extends RequestMember> = ValueIn<Parameters, Member>;

/** What can be missing: an integer can't be empty. */
type Missing<Value> = Extract<Fault, 'absent' | 'null' | (Value extends bigint ? never : 'empty')>;

/** The values that a type excludes, and the ways to write an integer that look like another type. */
type WrongType<Value> = Extract<
  Fault,
  Value extends string
    ? 'as number' | 'as boolean' | 'in an array' | 'in an object'
    : Value extends bigint
      ? | 'as text'
        | 'text that is no number'
        | 'a fraction'
        | 'a fraction just below'
        | 'as boolean'
        | 'in an array'
        | 'in an object'
        | 'just above int64'
        | 'just below int64'
        | 'wrapped around int64'
        | 'far above int64'
        | 'with fraction zero'
        | 'with exponent'
      : 'as text' | 'as number' | 'as boolean' | 'in an array'
>;

/** Every member of the request, and how it may be missing. */
export type MissingByMember = { [M in RequestMember]: readonly Missing<ValueOf<M>>[] };

/** Every member of the request, and the wrong types it is sent with. */
export type WrongTypesByMember = { [M in RequestMember]: readonly WrongType<ValueOf<M>>[] };

/** Every common argument, and the wrong types it is sent with. */
export type WrongTypesByArgument = {
  [A in keyof CommonArguments]-?: readonly WrongType<NonNullable<CommonArguments[A]>>[];
};

/** Every common argument, and the bad values it is sent with. */
export type BadByArgument = {
  [A in keyof CommonArguments]-?: NonNullable<CommonArguments[A]> extends string
    ? readonly (Fault | 'as a cookie')[]
    : never;
};

type TypeName<Value> = [Value] extends [boolean]
  ? 'a boolean'
  : [Value] extends [bigint]
    ? 'an integer'
    : [Value] extends [string]
      ? 'a string'
      : null extends Value
        ? 'an object or null'
        : 'an object';

/** Every member of the answer, with its type in words. */
export type EnvelopeMembers = {
  [M in keyof AddInstanceAssociationSuccess]: TypeName<AddInstanceAssociationSuccess[M]>;
};
