import type { Answer } from '../judge/answer.js';
import type { Row } from '../judge/creation.js';
import type { Problem } from '../record/problem.js';
import type { Made, Means } from './means.js';
import type { WayOfRemoval } from './removal.js';

/** Something of the suite's that a lookup shows on the target. */
export interface Remnant extends Made {
  readonly id: bigint;
  /** @param way - how this target wants to be asked for the removal of what the effect stores */
  readonly remove: (means: Means, way: WayOfRemoval) => Promise<Answer>;
}

/** What lookups show of the suite's own, or why they can't be used. */
export type Shown =
  | {
      readonly remnants: readonly Remnant[];
      /** What has the id that is sought, but lies elsewhere: it may be somebody else's. */
      readonly elsewhere?: Row;
      readonly why?: never;
    }
  | { readonly remnants?: never; readonly elsewhere?: never; readonly why: Problem };

/** Finds what runs have left, and that alone. */
export interface Remnants {
  /**
   * What is there of something that a ledger keeps: by its id; where that is not known, by exactly
   * what it lies between, or by its name. What lies on it comes before it. What has the id is the
   * suite's where it lies as it was asked for, or on something that the suite made.
   *
   * @param ground - ids of what the suite made for others to lie on
   */
  readonly of: (
    means: Means,
    made: Made,
    id: bigint | undefined,
    ground: ReadonlySet<bigint>,
  ) => Promise<Shown>;
  /**
   * Everything that carries the suite's mark in its name, of any run, with what lies on it.
   *
   * @param isMeant - true for a name that is; nothing of the others is looked at
   */
  readonly marked: (means: Means, isMeant: (name: string) => boolean) => Promise<Shown>;
}
