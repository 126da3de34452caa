import type { CaseStatus, RunRecord } from '../suite/record.js';
import { runsBeside } from '../suite/session.js';
import type { Session } from '../suite/session.js';
import type { Case } from '../suite/case.js';

/**
 * Runs all cases of a session, as many at once as it allows, and ends it.
 *
 * @param told - hears of each case when it is over
 */
export async function drive(
  session: Session,
  told: (caseId: string, status: CaseStatus) => void,
): Promise<RunRecord> {
  await session.begin();
  const queue = [...session.cases];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const batch = [next, ...more(queue, next, session.width())];
    const results = await Promise.all(batch.map((entry) => session.run(entry)));
    for (const result of results) told(result.id, result.status);
  }
  return session.end();
}

/** Takes the cases that may run beside one from the front of the queue. */
function more(queue: Case[], first: Case, width: number): Case[] {
  const beside: Case[] = [];
  if (!runsBeside(first)) return beside;
  for (let entry = queue[0]; entry !== undefined; entry = queue[0]) {
    if (beside.length + 1 >= width || !runsBeside(entry)) break;
    beside.push(entry);
    queue.shift();
  }
  return beside;
}
