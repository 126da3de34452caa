import type { Run } from '../run.js';

/** What a run counts. */
export type Counting = Pick<Run, 'phases'> & { readonly budget: Pick<Run['budget'], 'counts'> };

/** A fault may come every n-th time, for n up to eight: one bad replica of several, for example. */
const PERIODS = [2, 3, 4, 5, 6, 7, 8] as const;

/**
 * Where the run's counters stand by every period: of all requests, and of those to the endpoint that
 * is judged. What is sent with both at one place of a period only never meets a fault at another.
 */
function phasesNow({ budget: { counts } }: Counting): number[] {
  return PERIODS.flatMap((n) => [place(n, counts.all), OWN + place(n, counts.own)]);
}

/** A number for each place of each period. */
function place(period: number, count: number): number {
  return period * 10 + (count % period);
}

/** Above all places: those of the counter of the endpoint that is judged begin here. */
const OWN = 100;

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
