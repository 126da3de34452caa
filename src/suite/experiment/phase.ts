import type { State } from '../state.js';

/** What a run counts. */
type Counting = Pick<State, 'counts' | 'phases'>;

/** A fault may come every n-th time, for n up to eight: one bad replica of several, for example. */
const PERIODS = [2, 3, 4, 5, 6, 7, 8] as const;

/**
 * Where the run's counters stand by every period: of all requests, and of creations and refusals.
 * What is sent with both at one place of a period only never meets a fault at another.
 */
function phasesNow({ counts }: Counting): string[] {
  return PERIODS.flatMap((n) => [`r${n}:${counts.all % n}`, `a${n}:${counts.adds % n}`]);
}

/** How many places of how many periods an experiment would meet for the first time now. */
export function noveltyOf(state: Counting, experiment: string): number {
  const met = state.phases.get(experiment);
  return phasesNow(state).filter((phase) => met?.has(phase) !== true).length;
}

/** True once an experiment was made at every place of every period. */
export function hasMetAll({ phases }: Counting, experiment: string): boolean {
  return phases.get(experiment)?.size === 2 * PERIODS.reduce((sum, n) => sum + n, 0);
}

/** Remembers where the counters stood when an experiment was made. */
export function meetPhase(state: Counting, experiment: string): void {
  const met = state.phases.get(experiment) ?? new Set();
  state.phases.set(experiment, met);
  for (const phase of phasesNow(state)) met.add(phase);
}
