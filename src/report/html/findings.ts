import type { RunRecord } from '../../record/record.js';
import { indexRecord, type RecordIndex } from '../evidence.js';
import { type FailureGroup, groupFailures } from '../group-failures.js';
import { groupReasons, type ReasonGroup } from '../group-reasons.js';
import { requirementsThat } from '../tally.js';

/** What the page tells before its long lists, worked out once. */
export interface Findings {
  readonly index: RecordIndex;
  readonly failed: readonly FailureGroup[];
  readonly warned: readonly FailureGroup[];
  /** What could not be judged, by reason. */
  readonly unjudged: readonly ReasonGroup[];
}

/**
 * Works out what the page tells first.
 *
 * @param record - the record
 */
export function findingsOf(record: RunRecord): Findings {
  const index = indexRecord(record);
  return {
    index,
    failed: groupFailures(requirementsThat(record, 'failed'), index),
    warned: groupFailures(requirementsThat(record, 'warning'), index),
    unjudged: groupReasons(requirementsThat(record, 'inconclusive')),
  };
}

/** How many requirements stand in groups of failures. */
export function sizeOf(groups: readonly FailureGroup[]): number {
  return groups.reduce((sum, { followers }) => sum + 1 + followers.length, 0);
}
