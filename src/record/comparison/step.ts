import type { DifferenceKind } from './comparison.js';

/** One difference between two answers. */
export interface Step {
  readonly kind: DifferenceKind;
  /** Path of a member, or name of a header. */
  readonly at?: string;
  readonly before: string;
  readonly after: string;
}
