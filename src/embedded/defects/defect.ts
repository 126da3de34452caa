import type { Alteration } from '../alterations/alteration.js';

/** One deliberate fault of the embedded CMDB. */
export interface Defect {
  readonly id: string;
  /** What the server does, in one sentence; a counter, where it comes and goes. */
  readonly does: string;
  /** The words of the document that it breaks, or the convention. */
  readonly breaks: string;
  /** Id of the requirement that must catch it. */
  readonly requirement: string;
  /** True where the server gives no answer: the requirement is inconclusive then, not failed. */
  readonly noAnswer?: true;
  readonly alter: Alteration;
}
