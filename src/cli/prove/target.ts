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
  readonly exchanges: number;
  /** Set when the suite itself failed. */
  readonly crashed?: string;
}
