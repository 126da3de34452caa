import type { Experiment } from './experiments.js';

/** The same request in both runs. */
export interface Pair {
  readonly before: Experiment;
  readonly after: Experiment;
  /** True where what was sent differs: the case does, or what it rests on. */
  readonly askedOtherwise: boolean;
}

/**
 * Pairs the requests of two runs: by what was sent, and what is left of a case in its order.
 *
 * @param before - by what was sent
 * @param after - by what was sent
 */
export function pairExperiments(
  before: ReadonlyMap<string, Experiment>,
  after: ReadonlyMap<string, Experiment>,
): Pair[] {
  const pairs: Pair[] = [];
  const left = new Map<string, Experiment[]>();
  for (const [key, one] of before) {
    const other = after.get(key);
    if (other !== undefined) pairs.push({ before: one, after: other, askedOtherwise: false });
    else if (one.purpose === 'request')
      left.set(one.family, [...(left.get(one.family) ?? []), one]);
  }
  for (const [key, other] of after) {
    if (before.has(key) || other.purpose !== 'request') continue;
    const one = left.get(other.family)?.shift();
    if (one !== undefined) pairs.push({ before: one, after: other, askedOtherwise: true });
  }
  return pairs;
}
