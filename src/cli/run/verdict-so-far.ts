import type { ContractFiles } from '../../contract/contract-files.js';
import type { Level } from '../../contract/requirement.js';
import type { Finding } from '../../record/finding.js';
import type { CaseResult } from '../../record/record.js';
import { caseVerdictOf } from '../../report/verdict.js';
import type { Verdict } from '../../report/verdict.js';

/** The level of a requirement by its endpoint and id; undefined where there is none. */
export type LevelOf = (endpoint: string, id: string) => Level | undefined;

/** The levels of all requirements of a contract. */
export function levelsOf({ outlines, conventions }: ContractFiles): LevelOf {
  const shared = new Map(conventions.map(({ id, level }) => [id, level]));
  const own = new Map(
    [...outlines.values()].map(({ endpoint, requirements }) => [
      endpoint,
      new Map(requirements.map(({ id, level }) => [id, level])),
    ]),
  );
  return (endpoint, id) => own.get(endpoint)?.get(id) ?? shared.get(id);
}

/**
 * What a case that is over amounts to while the run goes on: a failed one is a warning where all
 * that failed in it is a `should`.
 *
 * @param result - what came of the case
 * @param found - what was found in it
 * @param strict - whether a failed `should` counts
 */
export function verdictSoFar(
  result: Pick<CaseResult, 'endpoint' | 'requirements' | 'status'>,
  found: readonly Pick<Finding, 'requirement' | 'status'>[],
  levelOf: LevelOf,
  strict: boolean,
): Verdict {
  const failed = found.filter((finding) => finding.status === 'failed');
  const results = failed.flatMap(({ requirement }) => {
    const level = levelOf(result.endpoint, requirement);
    return level === undefined ? [] : [[requirement, { level, status: 'failed' }] as const];
  });
  return caseVerdictOf(result, new Map(results), strict);
}
