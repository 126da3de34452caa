import type { RunRecord } from '../../record/record.js';
import type { CommonCause, Found } from './common-cause.js';
import { ignoredMembers } from './ignored-members.js';
import { missingMembers } from './missing-members.js';
import { neverTheEnvelope } from './never-the-envelope.js';
import { uncheckedCredentials } from './unchecked-credentials.js';

/**
 * Finds what several requirements fail for, so that reports say it first and once. It is found by
 * kinds of problems, ids and cases; each requirement stands under one cause at most.
 *
 * @param record - the record, or as much of one as is there while the run goes on
 * @returns the causes of each endpoint, those that explain the others first
 */
export function commonCauses({
  requirements,
  cases,
}: Pick<RunRecord, 'requirements' | 'cases'>): readonly CommonCause[] {
  const endpoints = new Set(requirements.map(({ endpoint }) => endpoint));
  return [...endpoints].flatMap((endpoint) => {
    const found: Found = {
      endpoint,
      requirements: requirements.filter((result) => result.endpoint === endpoint),
      cases: cases.filter((of) => of.endpoint === endpoint),
    };
    const never = neverTheEnvelope(found);
    return [
      ...(never.length > 0 ? never : missingMembers(found)),
      ...uncheckedCredentials(found),
      ...ignoredMembers(found),
    ];
  });
}
