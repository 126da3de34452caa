import type { Text } from '../text.js';
import type { Status } from './record.js';

/** What one experiment says of one requirement. */
export interface Finding {
  readonly requirement: string;
  readonly status: Exclude<Status, 'deviation'>;
  /**
   * Names what was tried, the same text whenever it is tried again: two findings of one experiment
   * that differ make the requirement flaky.
   */
  readonly experiment: Text;
  /** Why; always there unless passed. */
  readonly reason?: Text;
  /** Numbers of the exchanges it rests on. */
  readonly evidence: readonly number[];
  /** Of a passed refusal: the refusal's signature, for the comparison with those for bad credentials. */
  readonly signature?: string;
}

/** What the settings give no way to judge, and which would. */
export function notApplicable(
  requirements: readonly string[],
  experiment: Text,
  reason: Text,
): Finding[] {
  return requirements.map((requirement) => ({
    requirement,
    status: 'not-applicable',
    experiment,
    reason,
    evidence: [],
  }));
}
