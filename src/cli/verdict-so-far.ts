import type { Level } from '../contract/requirement.js';
import { caseVerdictOf } from '../report/verdict.js';
import type { Verdict } from '../report/verdict.js';
import type { Case } from '../cases/case.js';
import type { Finding } from '../record/finding.js';
import type { CaseStatus } from '../record/record.js';

/**
 * What a case that is over amounts to while the run goes on: a failed one is a warning where all
 * that failed in it is a `should`.
 *
 * @param status - what came of the case
 * @param found - what was found in it
 * @param levelOf - the level of a requirement, by its id
 * @param strict - whether a failed `should` counts
 */
export function verdictSoFar(
  entry: Pick<Case, 'requirements'>,
  status: CaseStatus,
  found: readonly Pick<Finding, 'requirement' | 'status'>[],
  levelOf: ReadonlyMap<string, Level>,
  strict: boolean,
): Verdict {
  const failed = found.filter((finding) => finding.status === 'failed');
  const results = failed.flatMap(({ requirement }) => {
    const level = levelOf.get(requirement);
    return level === undefined ? [] : [[requirement, { level, status: 'failed' }] as const];
  });
  return caseVerdictOf({ ...entry, status }, new Map(results), strict);
}
