import type { Case, Costs } from '../cases/case.js';
import type { CaseFinding } from '../record/finding.js';
import type { CaseResult, RunRecord } from '../record/record.js';
import { openBudget } from './pace/budget.js';
import { buildRecord, endpointRun } from './record/build-record.js';
import { openEndpoint } from './endpoint-session.js';
import type { EndpointSession } from './endpoint-session.js';
import { forecast } from './pace/forecast.js';
import { newTools } from './new-run.js';
import type { SessionOptions } from './session-options.js';
import { withoutSecrets } from './exchange/without-secrets.js';
import { fairWeather } from './pace/weather.js';

/** How long an interrupted run may clean up, so that it is over within five seconds. */
const CLEANING_MS = 3500;

/** A case of a session, and its endpoint. */
export interface PlannedCase {
  readonly endpoint: string;
  readonly entry: Case;
}

/** What names a case: its endpoint and its id. */
export type CaseName = Pick<CaseResult, 'endpoint' | 'id'>;

/** One run against one target. It owns order, width and pace; both front ends ask what comes next. */
export interface Session {
  /** The cases to be run, in the order of a run. */
  readonly cases: readonly PlannedCase[];
  /** About how many requests it will send to a prompt, right server, by the cases that are chosen. */
  readonly forecast: () => Costs;
  /** Requests so far. */
  readonly sent: () => number;
  /** Leaves out all cases but these: `<endpoint>/<id>`. */
  readonly choose: (chosen: ReadonlySet<string>) => void;
  /**
   * Does what comes next.
   *
   * @returns the results of cases that are over by it; undefined when nothing is left to do
   */
  readonly next: () => Promise<readonly CaseResult[] | undefined>;
  /** Runs a case once more, out of turn; undefined where there is none of that name, or no more. */
  readonly again: (name: CaseName) => Promise<CaseResult | undefined>;
  /** What decides a case, by what is known now. */
  readonly found: (name: CaseName) => readonly CaseFinding[];
  /** What else a report needs to tell of a case while the run goes on. */
  readonly soFar: () => Pick<RunRecord, 'endpoints' | 'ended'>;
  /** Ends the run early: the exchange under way is aborted, no case is begun. */
  readonly interrupt: (by: string) => void;
  /** Ends the run early because the suite itself failed. */
  readonly fail: () => void;
  /** The name of a secret that a text contains; for the scan of what a run wrote. */
  readonly leak: (text: string) => string | undefined;
  /** Cleans up and gives the record; the session is over then. */
  readonly end: () => Promise<RunRecord>;
}

/** Opens a session; nothing is sent before {@link Session.next}. */
export function openSession(options: SessionOptions): Session {
  const { world, settings, frame } = options;
  const budget = openBudget(world, settings.maxRate);
  const { tools, secrets } = newTools(options, budget);
  const shared = { tools, budget, weather: fairWeather() };
  const startedAt = world.now();
  const endpoints = options.endpoints.map((judged) =>
    openEndpoint({ ...judged, ...shared, only: frame.only }),
  );
  let wasInterrupted = false;
  const allCases = (): PlannedCase[] =>
    endpoints.flatMap(({ outline, cases }) =>
      cases.map((entry) => ({ endpoint: outline.endpoint, entry })),
    );
  const withCase = <T>(
    { endpoint, id }: CaseName,
    act: (one: EndpointSession, entry: Case) => T,
  ): T | undefined => {
    const one = endpoints.find(({ outline }) => outline.endpoint === endpoint);
    const entry = one?.cases.find((each) => each.id === id);
    return one === undefined || entry === undefined ? undefined : act(one, entry);
  };
  const clean = <T>(data: T): T => withoutSecrets(data, tools.redactor);

  return {
    cases: allCases(),
    forecast() {
      const chosen = endpoints.map(({ outline, effect, chosen: cases }) => ({
        outline,
        effect,
        cases: cases(),
      }));
      return forecast(chosen, settings, tools.binding);
    },
    sent: () => budget.counts.all,
    choose(names) {
      for (const one of endpoints) {
        one.choose((entry) => names.has(`${one.outline.endpoint}/${entry.id}`));
      }
    },
    async next() {
      for (const one of endpoints) {
        const results = await one.next();
        if (results !== undefined) return results.map(told);
        await one.finish(wasInterrupted);
      }
      return undefined;
    },
    async again(name) {
      const result = await withCase(name, (one, entry) => one.again(entry));
      return result === undefined ? undefined : told(result);
    },
    found(name) {
      const found = withCase(name, (one, entry) => one.found(entry)) ?? [];
      // Most say nothing of what the target said, and an envelope case has one for each answer.
      return found.map((one) =>
        one.problem === undefined && one.refusal === undefined ? one : clean(one),
      );
    },
    soFar() {
      const ended = budget.ended();
      return clean({
        endpoints: endpoints.map((one) => endpointRun(one.parts())),
        ...(ended === undefined ? {} : { ended }),
      });
    },
    interrupt(by) {
      wasInterrupted = true;
      budget.stop({ kind: 'interrupted', by }, CLEANING_MS);
    },
    fail() {
      wasInterrupted = true;
      budget.stop({ kind: 'suite-failed' }, CLEANING_MS);
    },
    leak: (text) => secrets.leak(text),
    async end() {
      for (const one of endpoints) await one.finish(wasInterrupted);
      return buildRecord({
        tools,
        profiles: options.profiles ?? [],
        errata: options.errata ?? [],
        endpoints: endpoints.map((one) => one.parts()),
        frame,
        ended: budget.ended(),
        hasApiAnswered: shared.weather.hasApiAnswered,
        planned: allCases().length,
        full: frame.only.length === 0,
        startedAt,
        durationMs: world.now() - startedAt,
      });
    },
  };

  /** A result for the eyes of the front end. */
  function told(result: CaseResult): CaseResult {
    const { exchanges, ...rest } = result;
    return { ...clean(rest), exchanges };
  }
}
