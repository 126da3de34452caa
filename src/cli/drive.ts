import type { Case } from '../suite/case.js';
import type { CaseStatus, RunRecord } from '../suite/record.js';
import { runsBeside } from '../suite/session.js';
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
  const start = (entry: Case): void => {
    const run = session.run(entry).then((result) => {
      told(result.id, result.status);
      under.delete(run);
    });
    under.add(run);
  };
  for (const entry of session.cases) {
    const most = runsBeside(entry) ? session.width() : 1;
    while (under.size >= most) await Promise.race(under);
    start(entry);
    if (!runsBeside(entry)) await Promise.all(under);
  }
  await Promise.all(under);
  return session.end();
}
