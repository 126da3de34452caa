import type { Case } from '../../cases/case.js';

/**
 * The cases that are meant by categories, requirement ids and case ids.
 *
 * @param only - names, each alone or behind its endpoint and a slash; empty for all
 */
export function select(
  endpoint: string,
  all: readonly Case[],
  only: readonly string[],
): readonly Case[] {
  if (only.length === 0) return all;
  const prefix = `${endpoint}/`;
  const names = only.map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name));
  return all.filter(
    (entry) =>
      names.includes(entry.category) ||
      names.includes(entry.id) ||
      entry.requirements.some((requirement) => names.includes(requirement)),
  );
}

/** True for cases that can be run side by side, each on a slot of its own. */
export function runsBeside(entry: Case): boolean {
  if (entry.kind === 'deep') return !entry.alone;
  return entry.kind !== 'envelope';
}

/**
 * The cases in the order of a run: as given, but with the rounds spread evenly over it, so that a
 * fault that comes late or now and then meets them, and the envelope last, when all answers are in.
 */
export function schedule(cases: readonly Case[]): readonly Case[] {
  const rounds = cases.filter((entry) => entry.kind === 'round');
  const last = cases.filter((entry) => entry.kind === 'envelope');
  const plain = cases.filter((entry) => entry.kind !== 'round' && entry.kind !== 'envelope');
  const order = [...rounds].sort((a, b) => a.round - b.round || (a.id < b.id ? -1 : 1));
  const step = (plain.length + 1) / (order.length + 1);
  const spread: Case[] = [];
  for (const [at, entry] of plain.entries()) {
    spread.push(entry);
    while (order.length > 0 && rounds.length - order.length + 1 <= (at + 1) / step) {
      const next = order.shift();
      if (next !== undefined) spread.push(next);
    }
  }
  return [...spread, ...order, ...last];
}

/** So many negative cases have one twin at most, so that successes are mixed with refusals. */
const GROUP = 4;

/**
 * Puts negative cases of one and the same valid request together: one twin does for all of them.
 *
 * @param cases - in the order of a run, which is kept
 */
export function groupCases(cases: readonly Case[]): (readonly Case[])[] {
  const groups: Case[][] = [];
  for (const entry of cases) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    const joins =
      last !== undefined &&
      last.length < GROUP &&
      first?.kind === 'refusal' &&
      entry.kind === 'refusal' &&
      first.identity === entry.identity;
    if (joins) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
