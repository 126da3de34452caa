import type { Run } from './run.js';

/** What a run counts. */
export type Counting = Pick<Run, 'phases'> & { readonly budget: Pick<Run['budget'], 'counts'> };

/** A fault may come every n-th time, for n up to eight: one bad replica of several, for example. */
const PERIODS = [2, 3, 4, 5, 6, 7, 8] as const;

/**
 * Where the run's counters stand by every period: of all requests, and of those to the endpoint that
 * is judged. What is sent with both at one place of a period only never meets a fault at another.
 */
function phasesNow({ budget: { counts } }: Counting): string[] {
  return PERIODS.flatMap((n) => [`r${n}:${counts.all % n}`, `a${n}:${counts.own % n}`]);
}

/** How many places of how many periods a trial would meet for the first time now. */
export function noveltyOf(run: Counting, trial: string): number {
  const met = run.phases.get(trial);
  return phasesNow(run).filter((phase) => met?.has(phase) !== true).length;
}

/** True once a trial was made at every place of every period. */
export function hasMetAll({ phases }: Counting, trial: string): boolean {
  return phases.get(trial)?.size === 2 * PERIODS.reduce((sum, n) => sum + n, 0);
}

/** Remembers where the counters stood when a trial was made. */
export function meetPhase(run: Counting, trial: string): void {
  const met = run.phases.get(trial) ?? new Set();
  run.phases.set(trial, met);
  for (const phase of phasesNow(run)) met.add(phase);
}
