import type { CaseResult, RunRecord } from '../../record/record.js';
import type { Session } from '../../engine/session.js';

/**
 * Runs all cases of a session and ends it.
 *
 * @param told - hears of each case when it is over
 * @throws what the suite itself failed of, once what was made on the target is removed
 */
export async function drive(
  session: Session,
  told: (result: CaseResult) => void,
): Promise<RunRecord> {
  try {
    for (
      let results = await session.next();
      results !== undefined;
      results = await session.next()
    ) {
      results.forEach(told);
    }
  } catch (error) {
    session.fail();
    await session.end().catch(() => undefined);
    throw error;
  }
  return session.end();
}
