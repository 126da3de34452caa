import type { Case } from '../suite/case.js';
import type { CaseStatus, RunRecord } from '../suite/record.js';
import { runsBeside } from '../suite/schedule.js';
import type { Session } from '../suite/session.js';

/**
 * Runs all cases of a session in their order, as many side by side as it allows, and ends it.
 *
 * @param told - hears of each case when it is over
 */
export async function drive(
  session: Session,
  told: (caseId: string, status: CaseStatus) => void,
): Promise<RunRecord> {
  await session.begin();
  const under = new Set<Promise<void>>();
  const start = (group: readonly Case[]): void => {
    const run = session.run(group).then((results) => {
      for (const { id, status } of results) told(id, status);
      under.delete(run);
    });
    under.add(run);
  };
  for (const group of session.groups) {
    const beside = group.every(runsBeside);
    const most = beside ? session.width() : 1;
    while (under.size >= most) await Promise.race(under);
    start(group);
    if (!beside) await Promise.all(under);
  }
  await Promise.all(under);
  return session.end();
}
