import type { RequirementResult, RunRecord } from '../../record/record.js';
import { keyOf } from '../record-index.js';

/**
 * The seconds of each requirement, so that they add up to no more than the run took: a case's time is
 * shared by the requirements that it exercised, and where cases ran side by side, each has its part
 * of the time in which they did.
 *
 * @param record - the record
 * @returns seconds by {@link keyOf} the requirement
 */
export function secondsByRequirement(record: RunRecord): ReadonlyMap<string, number> {
  const sharers = new Map<string, number>();
  for (const key of record.requirements.flatMap(caseKeys)) {
    sharers.set(key, (sharers.get(key) ?? 0) + 1);
  }
  const times = new Map(record.cases.map((of) => [keyOf(of), of.durationMs]));
  const shareOf = (key: string): number => (times.get(key) ?? 0) / (sharers.get(key) ?? 1);
  const own = record.requirements.map(
    (result) =>
      [keyOf(result), caseKeys(result).reduce((sum, key) => sum + shareOf(key), 0)] as const,
  );
  const all = own.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  const beside = all > record.durationMs ? record.durationMs / all : 1;
  return new Map(own.map(([key, milliseconds]) => [key, (milliseconds * beside) / 1000]));
}

function caseKeys({ endpoint, cases }: RequirementResult): string[] {
  return cases.map((id) => keyOf({ endpoint, id }));
}
