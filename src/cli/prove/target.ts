import type { Expected } from '../../embedded/variants/variant.js';
import type { Effort } from '../../record/record.js';
import type { Told } from './told.js';

/** One server that the suite is run against in the proof. */
export interface ProofTarget {
  readonly kind: 'sound' | 'variant' | 'defect';
  readonly id: string;
  /** What it does, in one sentence. */
  readonly does: string;
  /** Of a defect: the words that it breaks. */
  readonly breaks?: string;
  /** Of a defect: the requirement that must catch it. */
  readonly requirement?: string;
  /** Of a defect that gives no answer: the requirement is inconclusive then, and the run incomplete. */
  readonly noAnswer?: true;
  /** Of a variant: what its run must end as and tell, where that is not simply a green run. */
  readonly expects?: Expected;
  /** How much is sent; `full` when not said. */
  readonly effort?: Effort;
}

/** What a run against one of them came to. */
export interface ProofRun {
  readonly target: ProofTarget;
  readonly outcome: string;
  readonly exitCode: number;
  readonly durationMs: number;
  /** Requirements that failed, by level. */
  readonly failed: readonly { readonly id: string; readonly level: 'must' | 'should' }[];
  readonly inconclusive: readonly string[];
  /** The first reason for each failed or inconclusive requirement, for the reader of the proof. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Why it ended, what was noted, and why requirements are failed or inconclusive. */
  readonly told: readonly Told[];
  readonly exchanges: number;
  /** Set when the suite itself failed. */
  readonly crashed?: string;
}
