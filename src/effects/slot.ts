import type { Holds } from '../judge/creation.js';

/** What a valid request stands on. */
export interface Slot {
  /** What such a request asks to be stored. */
  readonly asks: Holds;
  /** True when the suite made what it stands on, so that nobody else's things are there. */
  readonly made: boolean;
}

/** True where something that holds these values lies on one of these, by their ids. */
export function liesOn(holds: Holds, ids: ReadonlySet<bigint>): boolean {
  return Object.values(holds).some((value) => typeof value === 'bigint' && ids.has(value));
}

/** Where things are looked up: those that hold these values. */
export type Place = Holds;

/** Does something with each item, as many at once as the target is asked. */
export type Several = <T, R>(items: readonly T[], act: (item: T) => Promise<R>) => Promise<R[]>;
