import type { RunRecord } from '../record.js';
import type { AnswerMembers } from './features.js';

/** One of the runs that are compared. */
export interface NamedRun {
  readonly name: string;
  readonly record: RunRecord;
  /** Names of the envelope, as the run's binding has them. */
  readonly members: AnswerMembers;
}
