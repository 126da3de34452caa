import type { Text } from '../text.js';
import type { Case } from '../cases/case.js';
import { ALL_CASES } from '../cases/all-cases.js';
import { caseResult, settledFindings } from './case-result.js';
import type { CaseFinding } from '../record/roll-up.js';
import { keepDeadline } from './deadline.js';
import { finish } from './finish.js';
import { newState } from './new-state.js';
import { preflight } from './preflight.js';
import type { Unreachable } from './preflight.js';
import type { CaseResult, RecordedExchange, RunRecord } from '../record/record.js';
import { buildRecord } from './build-record.js';
import { runCase, runRefusals } from './run-case.js';
import { groupCases, runsBeside, schedule, select } from './schedule.js';
import type { SessionOptions } from './session-options.js';
import type { Slot, State } from './state.js';
import {
  findingWithoutSecrets,
  reasonsWithoutSecrets,
  recordWithoutSecrets,
} from './without-secrets.js';

/** A target that answers slower than this, or whose lookups lag, is asked several things at once. */
const SLOW_MS = 25;

/** How long an interrupted run may clean up, so that it is over within five seconds. */
const CLEANING_MS = 3500;

/** One run against one target. Both front ends drive it. */
export interface Session {
  /** The cases to be run, in the order of a run. */
  readonly cases: readonly Case[];
  /** Learns what has to be known of the target; has to come first. */
  begin(): Promise<void>;
  /** The same, in groups that are best run together: negative cases that have one twin. */
  readonly groups: readonly (readonly Case[])[];
  /** Runs cases: one, or a group. */
  run(entries: readonly Case[]): Promise<readonly CaseResult[]>;
  /** What decides a case, by what is known now. */
  found(entry: Case): readonly CaseFinding[];
  /** How many cases may be run at once. */
  width(): number;
  /** Ends the run early: the exchange under way is aborted, no case is begun. */
  interrupt(why: Text): void;
  /** The name of a secret that a text contains; for the scan of what a run wrote. */
  leak(text: string): string | undefined;
  /** Cleans up and gives the record; the session is over then. */
  end(): Promise<RunRecord>;
}

/** Opens a session; nothing is sent before {@link Session.begin}. */
export function openSession(options: SessionOptions): Session {
  const { settings, contract, only } = options;
  const { state, secrets } = newState(options);
  const cases = schedule(select(options.cases ?? ALL_CASES, only));
  const results = new Map<string, CaseResult>();
  const observed = new Map<string, Text>();
  const trails = new Map<string, RecordedExchange[]>();
  const durations = new Map<string, number>();
  const free: Slot[] = [];
  const startedAt = options.world.now();
  let unreachable: Unreachable | undefined;
  let interrupted = false;
  let callOffDeadline = (): void => undefined;

  const settle = (entry: Case, findings: readonly CaseFinding[]): CaseResult =>
    caseResult(
      entry,
      state,
      findings,
      trails.get(entry.id) ?? [],
      durations.get(entry.id) ?? 0,
      observed.get(entry.id),
      trails.has(entry.id),
    );

  const width = (): number => {
    const { concurrency } = settings;
    const most = Math.max(1, state.made.length);
    if (concurrency !== undefined) return Math.min(concurrency, most);
    return isSlow(state) ? most : 1;
  };

  /** Runs cases of one group on one pair of instances. */
  async function perform(entries: readonly Case[]): Promise<void> {
    const [first] = entries;
    if (first === undefined) return;
    const own = runsBeside(first) && width() > 1 ? free.shift() : undefined;
    const slot = own ?? slotOf(state, first);
    const begun = options.world.now();
    const scenes = entries.map((entry) => {
      const trail: RecordedExchange[] = [];
      trails.set(entry.id, trail);
      return { entry, scene: { state, slot, caseId: entry.id, trail } };
    });
    try {
      const refusals = scenes.flatMap(({ scene, entry }) =>
        entry.kind === 'refusal' ? [{ scene, entry }] : [],
      );
      if (refusals.length === entries.length) await runRefusals(refusals);
      else {
        for (const { scene, entry } of scenes) {
          const said = await runCase(scene, entry);
          if (said !== undefined) observed.set(entry.id, said);
        }
      }
    } finally {
      const each = (options.world.now() - begun) / entries.length;
      for (const { id } of entries) durations.set(id, each);
      if (own !== undefined) free.unshift(own);
    }
  }

  return {
    cases,
    groups: groupCases(cases),
    width,
    async begin() {
      callOffDeadline = keepDeadline(state);
      unreachable = await preflight(state, () => settings.concurrency !== 1 && isSlow(state));
      if (unreachable === 'every identity refused') {
        state.ended ??= {
          en: 'every configured identity is refused exactly as a deliberately wrong secret is; check BK_APP_CODE, BK_APP_SECRET and the identity',
          zh: '所有已配置身份都与故意填错的密钥一样被拒绝，请检查 BK_APP_CODE、BK_APP_SECRET 与身份配置',
        };
      }
      free.push(...state.made);
    },
    async run(entries) {
      if (state.ended === undefined) await perform(entries);
      return entries.map((entry) => {
        const own = entry.kind === 'envelope' ? undefined : entry.id;
        const result = settle(entry, settledFindings(state, own));
        results.set(entry.id, result);
        return reasonsWithoutSecrets(result, state.redactor);
      });
    },
    found(entry) {
      const findings = settledFindings(state, entry.kind === 'envelope' ? undefined : entry.id);
      return findings
        .filter((finding) => entry.requirements.includes(finding.requirement))
        .map((finding) => findingWithoutSecrets(finding, state.redactor));
    },
    interrupt(why) {
      interrupted = true;
      state.stop(why, CLEANING_MS);
    },
    leak: (text) => secrets.leak(text),
    async end() {
      callOffDeadline();
      await finish(state, interrupted, width());
      // Findings of the last sweep, and refusals that only became known later, count too.
      const findings = settledFindings(state);
      const final = cases
        .filter((entry) => results.has(entry.id))
        .map((entry) =>
          settle(entry, entry.kind === 'envelope' ? findings : settledFindings(state, entry.id)),
        );
      const record = buildRecord({
        state,
        findings,
        frame: options.frame,
        contract,
        cases,
        results: final,
        full: only.length === 0,
        unreachable,
        startedAt,
        durationMs: options.world.now() - startedAt,
      });
      return recordWithoutSecrets(record, state.redactor);
    },
  };
}

/** Rounds and successes use the fixture's pair, whose ids may be large; the rest a made one. */
function slotOf(state: State, entry: Case): Slot {
  const [made] = state.made;
  const prefersFixture = entry.kind === 'acceptance' || entry.kind === 'round';
  if (made === undefined) return state.fixture;
  return prefersFixture && state.fixtureAccepted ? state.fixture : made;
}

function isSlow(state: State): boolean {
  return state.lookups.lagging || medianMs(state.housekeeping) > SLOW_MS;
}

function medianMs(exchanges: readonly RecordedExchange[]): number {
  const sorted = exchanges.map((exchange) => exchange.durationMs).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
