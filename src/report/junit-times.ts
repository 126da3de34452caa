import type { RunRecord } from '../record/record.js';

/**
 * The seconds of each requirement, so that they add up to no more than the run took: a case's time is
 * shared by the requirements that it exercised, and where cases ran side by side, each has its part
 * of the time in which they did.
 *
 * @param record - the record
 * @returns seconds by the id of the requirement
 */
export function secondsByRequirement(record: RunRecord): ReadonlyMap<string, number> {
  const sharers = new Map<string, number>();
  for (const id of record.requirements.flatMap(({ cases }) => cases)) {
    sharers.set(id, (sharers.get(id) ?? 0) + 1);
  }
  const times = new Map(record.cases.map(({ id, durationMs }) => [id, durationMs]));
  const shareOf = (id: string): number => (times.get(id) ?? 0) / (sharers.get(id) ?? 1);
  const own = record.requirements.map(
    ({ id, cases }) => [id, cases.reduce((sum, each) => sum + shareOf(each), 0)] as const,
  );
  const all = own.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  const beside = all > record.durationMs ? record.durationMs / all : 1;
  return new Map(own.map(([id, milliseconds]) => [id, (milliseconds * beside) / 1000]));
}
