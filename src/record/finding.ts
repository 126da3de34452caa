import type { Declaration } from './declaration.js';
import type { Problem, Said } from './problem.js';

/** What a finding says of a requirement. */
export type FindingStatus = 'passed' | 'failed' | 'deviation' | 'inconclusive' | 'not-applicable';

/** What one trial says of one requirement. */
export interface Finding {
  readonly requirement: string;
  readonly status: FindingStatus;
  /**
   * What was tried: the id of the case whose request it is, whichever case or round sends it; `valid`
   * and what follows it for a valid request. Two findings of one trial that differ make the
   * requirement flaky.
   */
  readonly trial: string;
  /** Why; always there unless passed. */
  readonly problem?: Problem;
  /** Numbers of the exchanges it rests on. */
  readonly evidence: readonly number[];
  /** What declares a deviation, or the waiver of a failure that has run out. */
  readonly declared?: Declaration;
  /** Of a passed refusal: what came back, to be compared with the refusals of bad credentials. */
  readonly refusal?: { readonly signature: string; readonly said: Said };
}

/** A finding and the case in which it came up. */
export type CaseFinding = Finding & { readonly caseId: string };

/** What the settings or the target give no way to judge, and why. */
export function notApplicable(
  requirements: readonly string[],
  trial: string,
  problem: Problem,
): Finding[] {
  return requirements.map((requirement) => ({
    requirement,
    status: 'not-applicable',
    trial,
    problem,
    evidence: [],
  }));
}
