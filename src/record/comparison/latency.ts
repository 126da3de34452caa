import type { RunRecord } from '../record.js';
import type { Latency, Spread } from './comparison.js';

/** How long the answers of each endpoint took in two runs, in the order of the later one. */
export function latencyOf(before: RunRecord, after: RunRecord): Latency[] {
  const [was, is] = [durationsOf(before), durationsOf(after)];
  return [...is].flatMap(([endpoint, durations]) => {
    const earlier = was.get(endpoint);
    return earlier === undefined
      ? []
      : [{ endpoint, before: spreadOf(earlier), after: spreadOf(durations) }];
  });
}

function durationsOf({ cases, housekeeping }: RunRecord): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  const add = (endpoint: string, durationMs: number): void => {
    const known = found.get(endpoint);
    if (known === undefined) found.set(endpoint, [durationMs]);
    else known.push(durationMs);
  };
  for (const of of cases) {
    for (const { endpoint, answer, durationMs } of of.exchanges) {
      if (answer !== undefined) add(endpoint, durationMs);
    }
  }
  for (const { endpoint, answer, durationMs } of housekeeping) {
    if (answer !== undefined) add(endpoint, durationMs);
  }
  return found;
}

function spreadOf(durations: readonly number[]): Spread {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return { count: sorted.length, medianMs: rounded(at(0.5)), p95Ms: rounded(at(0.95)) };
}
