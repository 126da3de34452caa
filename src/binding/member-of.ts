/** Names of the members of `T` that hold a `Value` wherever they hold anything. */
export type MemberOf<T, Value> = {
  [M in keyof T]-?: NonNullable<T[M]> extends Value ? M : never;
}[keyof T];
