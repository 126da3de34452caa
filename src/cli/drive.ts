import type { Case } from '../cases/case.js';
import type { CaseStatus, RunRecord } from '../record/record.js';
import { runsBeside } from '../suite/schedule.js';
import type { Session } from '../suite/session.js';

/**
 * Runs all cases of a session in their order, as many side by side as it allows, and ends it.
 *
 * @param told - hears of each case when it is over
 * @throws what the suite itself failed of, once what was made on the target is removed
 */
export async function drive(
  session: Session,
  told: (caseId: string, status: CaseStatus) => void,
): Promise<RunRecord> {
  const under = new Set<Promise<void>>();
  const start = (group: readonly Case[]): void => {
    const run = session.run(group).then((results) => {
      for (const { id, status } of results) told(id, status);
      under.delete(run);
    });
    under.add(run);
  };
  try {
    await session.begin();
    for (const group of session.groups) {
      const beside = group.every(runsBeside);
      const most = beside ? session.width() : 1;
      while (under.size >= most) await Promise.race(under);
      start(group);
      if (!beside) await Promise.all(under);
    }
    await Promise.all(under);
  } catch (error) {
    session.interrupt({ en: 'the suite itself failed', zh: '工具自身出错' });
    await Promise.allSettled(under);
    await session.end().catch(() => undefined);
    throw error;
  }
  return session.end();
}
