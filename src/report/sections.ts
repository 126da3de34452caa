import type { RunRecord } from '../record/record.js';

/** What a run found on one endpoint. */
export interface Section {
  readonly endpoint: string;
  /** The record with this endpoint's requirements and cases alone. */
  readonly record: RunRecord;
}

type Parts = Pick<RunRecord, 'endpoints' | 'requirements' | 'cases'>;

/** True where reports need an overview, and to name the endpoint of each requirement. */
export function hasSeveral(record: Parts): boolean {
  return namesOf(record).length > 1;
}

/** A record endpoint by endpoint, in the order of the run. */
export function sectionsOf(record: RunRecord): readonly Section[] {
  return namesOf(record).map((endpoint) => ({
    endpoint,
    record: {
      ...record,
      requirements: record.requirements.filter((result) => result.endpoint === endpoint),
      cases: record.cases.filter((of) => of.endpoint === endpoint),
    },
  }));
}

/** The endpoints that are listed, and any that something is of: nothing may be left out. */
function namesOf({ endpoints, requirements, cases }: Parts): string[] {
  const all = [...endpoints, ...requirements, ...cases].map(({ endpoint }) => endpoint);
  return [...new Set(all)];
}
