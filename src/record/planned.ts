/** Something of the suite's that is on a target and is to be removed. */
export interface Planned {
  /** What it is, as its effect names it. */
  readonly kind: string;
  /** The name that it stands under: its model, for example. */
  readonly of: string;
  /** int64 as decimal text. */
  readonly id: string;
  readonly name?: string;
  /** Ids of what it lies between. */
  readonly between?: readonly string[];
}
