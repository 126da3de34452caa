import type { Case } from '../../../src/cases/case.js';
import type { CaseResult, RunRecord } from '../../../src/record/record.js';
import { runsBeside } from '../../../src/suite/schedule.js';
import type { Session } from '../../../src/suite/session.js';

/** A session at the pace of the tests that ask for its cases. */
export interface Pace {
  /** Says which cases will be asked for, so that they are run in the order of a run. */
  plan(caseIds: ReadonlySet<string>): void;
  /** What comes of a case; runs it unless it was run meanwhile. */
  result(caseId: string): Promise<CaseResult>;
  /** Ends the session; undefined when no case was ever asked for. */
  end(): Promise<RunRecord | undefined>;
}

/**
 * Runs the cases of a session as tests ask for them, one question after another. What a run does
 * before the case that is asked for, such as a round, is done then.
 */
export function keepPace(session: Session): Pace {
  const queue: (readonly Case[])[] = [];
  const early = new Map<string, CaseResult>();
  let before: Promise<unknown> | undefined;

  const runUpTo = async (caseId: string): Promise<CaseResult> => {
    const entry = session.cases.find((one) => one.id === caseId);
    if (entry === undefined) throw new Error(`there is no case ${caseId}`);
    while (!early.has(caseId) && queue.some((group) => group.includes(entry))) await runNext();
    const known = early.get(caseId);
    early.delete(caseId);
    // Neither planned nor run before: a test that is repeated, or another reporter than ours.
    if (known !== undefined) return known;
    const [result] = await session.run([entry]);
    if (result === undefined) throw new Error(`case ${caseId} gave no result`);
    return result;
  };
  /** Runs the next group, and those that may be run beside it. */
  const runNext = async (): Promise<void> => {
    const next = [queue.shift() ?? []];
    while (next.length < session.width() && [...next, queue[0] ?? []].flat().every(runsBeside)) {
      const beside = queue.shift();
      if (beside === undefined) break;
      next.push(beside);
    }
    const results = await Promise.all(next.map((group) => session.run(group)));
    for (const result of results.flat()) early.set(result.id, result);
  };
  return {
    plan(caseIds) {
      const asked = session.groups.map((group) => group.filter(({ id }) => caseIds.has(id)));
      queue.splice(0, Infinity, ...asked.filter((group) => group.length > 0));
    },
    async result(caseId) {
      before ??= session.begin();
      const mine = before.then(() => runUpTo(caseId));
      before = mine.catch(() => undefined);
      return mine;
    },
    async end() {
      if (before === undefined) return undefined;
      await before;
      return session.end();
    },
  };
}
