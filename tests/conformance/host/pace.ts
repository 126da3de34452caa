import type { CaseName, Session } from '../../../src/engine/session.js';
import type { CaseResult, RunRecord } from '../../../src/record/record.js';
import { keyOf } from '../../../src/report/record-index.js';

/** A session at the pace of the tests that ask for its cases. */
export interface Pace {
  /** Says which cases will be asked for, so that they are run in the order of a run. */
  readonly plan: (cases: readonly CaseName[]) => void;
  /** About what the chosen cases will send. */
  readonly forecast: Session['forecast'];
  /**
   * What comes of a case; runs it unless it was run meanwhile.
   *
   * @returns undefined for a case that the session leaves out
   */
  readonly result: (name: CaseName) => Promise<CaseResult | undefined>;
  /** Ends the session; undefined when no case was ever asked for. */
  readonly end: () => Promise<RunRecord | undefined>;
}

/**
 * Runs the cases of a session as tests ask for them, one question after another. What a run does
 * before the case that is asked for, such as a round, is done then.
 */
export function keepPace(session: Session): Pace {
  const known = new Set(
    session.cases.map(({ endpoint, entry: { id } }) => keyOf({ endpoint, id })),
  );
  const early = new Map<string, CaseResult>();
  const awaited = new Set<string>();
  let isPlanned = false;
  let before: Promise<unknown> | undefined;

  const choose = (keys: readonly string[]): void => {
    for (const key of keys) awaited.add(key);
    session.choose(new Set(keys));
  };
  const runUpTo = async (name: CaseName): Promise<CaseResult | undefined> => {
    const key = keyOf(name);
    if (!known.has(key)) return undefined;
    // Another reporter than ours says nothing before: what is asked for comes next.
    if (!isPlanned) choose([key]);
    while (awaited.has(key)) {
      const results = await session.next();
      if (results === undefined) break;
      for (const result of results) {
        early.set(keyOf(result), result);
        awaited.delete(keyOf(result));
      }
    }
    // A test that is repeated asks for what was given before.
    const result = early.get(key) ?? (await session.again(name));
    early.delete(key);
    if (result === undefined) throw new Error(`case ${key} gave no result`);
    return result;
  };
  return {
    plan(cases) {
      isPlanned = true;
      choose(cases.map(keyOf).filter((key) => known.has(key)));
    },
    forecast: () => session.forecast(),
    async result(name) {
      const mine = (before ?? Promise.resolve()).then(() => runUpTo(name));
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
