import type { RunRecord } from '../../record/record.js';
import { type FailureGroup, groupFailures, rulesOf } from '../group-failures.js';
import { groupReasons, type ReasonGroup } from '../group-reasons.js';
import { keyOf, type RecordIndex } from '../record-index.js';
import { sectionsOf } from '../sections.js';
import { requirementsThat, type Tally, tallyRequirements } from '../tally.js';

/** What the page tells of one endpoint, worked out once. */
export interface Findings {
  readonly endpoint: string;
  /** The record with this endpoint's requirements and cases alone. */
  readonly record: RunRecord;
  /** Of the whole record. */
  readonly index: RecordIndex;
  /** The page's anchor of a part of this section: by itself where there is one endpoint only. */
  readonly anchor: (part: string) => string;
  readonly failed: readonly FailureGroup[];
  readonly warned: readonly FailureGroup[];
  /** How many requirements have the verdict, in whichever group they stand. */
  readonly counts: Tally;
  /** What could not be judged, by reason. */
  readonly unjudged: readonly ReasonGroup[];
  /** Places in the packed data of requirements and cases, by {@link keyOf} them. */
  readonly places: PackedPlaces;
}

/** Where requirements and cases stand in the whole record. */
export interface PackedPlaces {
  readonly requirements: ReadonlyMap<string, number>;
  readonly cases: ReadonlyMap<string, number>;
}

/**
 * Works out what the page tells, endpoint by endpoint.
 *
 * @param record - the record
 * @param index - of the record
 */
export function findingsOf(record: RunRecord, index: RecordIndex): readonly Findings[] {
  const places = {
    requirements: new Map(record.requirements.map((result, at) => [keyOf(result), at])),
    cases: new Map(record.cases.map((of, at) => [keyOf(of), at])),
  };
  return sectionsOf(record).map(({ endpoint, record: own }) => ({
    endpoint,
    record: own,
    index,
    anchor: (part) => (index.several ? `${endpoint}/${part}` : part),
    failed: groupFailures(requirementsThat(own, 'failed'), index),
    warned: groupFailures(requirementsThat(own, 'warning'), index),
    counts: tallyRequirements(own),
    unjudged: groupReasons(requirementsThat(own, 'inconclusive'), index),
    places,
  }));
}

/** How many requirements stand in groups of failures. */
export function sizeOf(groups: readonly FailureGroup[]): number {
  return groups.reduce((sum, group) => sum + rulesOf(group).length, 0);
}
