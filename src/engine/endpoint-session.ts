import type { Case } from '../cases/case.js';
import type { EndpointOutline } from '../contract/outline.js';
import type { Effect } from '../effects/effect.js';
import type { Slot } from '../effects/slot.js';
import type { RecordedExchange } from '../record/exchange.js';
import type { CaseFinding } from '../record/finding.js';
import type { CaseResult } from '../record/record.js';
import type { EndpointParts } from './record/judged-requirements.js';
import { caseResult, decidingFindings } from './case/case-result.js';
import type { Played } from './case/case-result.js';
import { keepDeadline } from './pace/deadline.js';
import { finish } from './stock/finish.js';
import { newRun } from './new-run.js';
import type { RunOptions } from './new-run.js';
import { preflight } from './preflight/preflight.js';
import { isOver } from './run.js';
import type { Run } from './run.js';
import { runCases } from './case/run-case.js';
import { groupCases, runsBeside, schedule, select } from './pace/schedule.js';
import { several } from './pace/several.js';
import { isSilent } from './pace/weather.js';

/** A target that answers slower than this, or whose lookups lag, is asked several things at once. */
const SLOW_MS = 25;

/** What an endpoint is opened with. */
export interface EndpointOptions extends RunOptions {
  readonly only: readonly string[];
}

/** An endpoint, and the cases of it that a session runs. */
export interface PlannedEndpoint {
  readonly outline: EndpointOutline;
  readonly effect: Effect | undefined;
  /** In the order of a run. */
  readonly cases: readonly Case[];
}

/** One endpoint of a session: its cases, in which order and how many at once. */
export interface EndpointSession extends PlannedEndpoint {
  /** Those of the cases that are chosen. */
  readonly chosen: () => readonly Case[];
  readonly choose: (isChosen: (entry: Case) => boolean) => void;
  /** Does what comes next; undefined when nothing is left. */
  readonly next: () => Promise<readonly CaseResult[] | undefined>;
  readonly again: (entry: Case) => Promise<CaseResult | undefined>;
  readonly found: (entry: Case) => readonly CaseFinding[];
  /** Cleans up; does nothing where it was done, or nothing was begun. */
  readonly finish: (isHurried: boolean) => Promise<void>;
  readonly parts: () => EndpointParts;
}

/** Opens an endpoint; nothing is sent yet. */
export function openEndpoint(options: EndpointOptions): EndpointSession {
  const { outline, effect, tools, only } = options;
  const { world, settings } = tools;
  const cases = schedule(select(outline.endpoint, options.cases, only));
  let chosen = cases;
  let queue = groupCases(chosen);
  const played = new Map<string, Played>();
  const under = new Set<Promise<readonly CaseResult[]>>();
  const free: Slot[] = [];
  let run: Run | undefined;
  let isFinished = false;
  let callOffDeadline = (): void => undefined;

  async function begin(own: Effect): Promise<Run> {
    const begun = newRun(options, own);
    run = begun;
    if (isOver(begun)) return begun;
    callOffDeadline = keepDeadline(begun);
    const atOnce = (): number => (settings.concurrency !== 1 && isSlow(begun) ? Infinity : 1);
    await preflight(
      begun,
      several(atOnce, () => isOver(begun)),
    );
    free.push(...begun.knowledge.made);
    return begun;
  }

  function width({ knowledge }: Run): number {
    const most = Math.max(1, knowledge.made.length);
    const { concurrency } = settings;
    if (concurrency !== undefined) return Math.min(concurrency, most);
    return run !== undefined && isSlow(run) ? most : 1;
  }

  /** Runs cases of one group on one slot. */
  async function perform(begun: Run, entries: readonly Case[]): Promise<readonly CaseResult[]> {
    if (!isOver(begun)) {
      const [first] = entries;
      const isBeside = first !== undefined && runsBeside(first) && width(begun) > 1;
      const own = isBeside ? free.shift() : undefined;
      const slot = own ?? slotOf(begun, first);
      const at = world.now();
      const items = entries.map((entry) => {
        const trail: RecordedExchange[] = [];
        return { entry, trail, scene: { run: begun, slot, caseId: entry.id, trail } };
      });
      try {
        const observed = await runCases(items);
        const durationMs = (world.now() - at) / entries.length;
        for (const { entry, trail } of items) {
          played.set(entry.id, { exchanges: trail, durationMs, observed: observed.get(entry.id) });
        }
      } finally {
        if (own !== undefined) free.unshift(own);
      }
    }
    return entries.map((entry) => caseResult(begun, entry, played.get(entry.id)));
  }

  /** Begins as many groups as may run side by side. */
  function startGroups(begun: Run): void {
    for (let [group] = queue; group !== undefined; [group] = queue) {
      const isBeside = group.every(runsBeside);
      if (under.size >= (isBeside ? width(begun) : 1)) return;
      queue.shift();
      const performed = perform(begun, group).finally(() => under.delete(performed));
      under.add(performed);
      if (!isBeside) return;
    }
  }

  return {
    outline,
    effect,
    cases,
    chosen: () => chosen,
    choose(isChosen) {
      chosen = cases.filter(isChosen);
      queue = groupCases(chosen);
    },
    async next() {
      if (effect === undefined || isFinished) return undefined;
      if (queue.length === 0 && under.size === 0) return undefined;
      if (run === undefined) {
        await begin(effect);
        return [];
      }
      startGroups(run);
      return Promise.race(under);
    },
    async again(entry) {
      // Once it is finished, its ground is gone.
      if (run === undefined || isFinished) return undefined;
      const [result] = await perform(run, [entry]);
      return result;
    },
    found: (entry) => (run === undefined ? [] : decidingFindings(run, entry)),
    async finish(isHurried) {
      if (run === undefined || isFinished) return;
      isFinished = true;
      await Promise.allSettled(under);
      callOffDeadline();
      const begun = run;
      await finish(
        begun,
        isHurried,
        several(
          () => width(begun),
          () => isSilent(begun.weather),
        ),
      );
    },
    parts: () => ({
      outline,
      run,
      hasEffect: effect !== undefined,
      results: run === undefined ? [] : resultsOf(run),
    }),
  };

  /** Findings of the last sweep, and refusals that only became known later, count too. */
  function resultsOf(begun: Run): CaseResult[] {
    return cases
      .filter((entry) => played.has(entry.id) || (isOver(begun) && chosen.includes(entry)))
      .map((entry) => caseResult(begun, entry, played.get(entry.id)));
  }
}

/** Rounds and successes use the fixture, whose ids may be large; the rest a slot that was made. */
function slotOf({ knowledge, subject }: Run, entry: Case | undefined): Slot {
  const { fixture = subject.effect.ground.opening() } = knowledge;
  const [made] = knowledge.made;
  if (made === undefined) return fixture;
  const prefersFixture = entry?.kind === 'acceptance' || entry?.kind === 'round';
  return prefersFixture && knowledge.isFixtureAccepted ? fixture : made;
}

function isSlow({ knowledge, journal }: Run): boolean {
  return knowledge.lookups.isLagging || medianMs(journal.housekeeping) > SLOW_MS;
}

function medianMs(exchanges: readonly RecordedExchange[]): number {
  const sorted = exchanges.map((exchange) => exchange.durationMs).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
