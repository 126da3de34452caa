import type { Answer } from '../judge/answer.js';
import type { Row } from '../judge/creation.js';
import type { Means } from './means.js';

/** One way to ask for a removal. */
export type WayOfRemoval = (means: Means, row: Row) => Promise<Answer>;

/** How what was stored is removed. */
export interface Removal {
  /** The endpoint that removes it. */
  readonly endpoint: string;
  /** Targets differ in what they take: the documented way first. */
  readonly ways: readonly [WayOfRemoval, ...WayOfRemoval[]];
}
