import type { Place, Slot } from '../../effects/slot.js';
import type { Entry } from '../../effects/means.js';

/** An id that was answered or found for what the suite asked for. */
export interface Given {
  readonly slot: Slot;
  /** Entries of the creations that it came up in: a server may answer one id twice. */
  readonly entries: Set<Entry>;
}

/** A place where a request could have stored something, and who sent it last. */
export interface Watch {
  readonly place: Place;
  readonly slot: Slot;
  readonly caseId: string;
  readonly trial: string;
  readonly requirements: readonly string[];
}

/** What is stored on a target, as far as the run has to do with it. */
export interface Stock {
  /** Every id that was given in this run, and whether its thing is still there. */
  readonly ids: Map<bigint, 'there' | 'removed'>;
  /** Ids of rows that were at a place before the suite did anything there, by the place's key. */
  readonly before: Map<string, ReadonlySet<bigint>>;
  /** Every id that was answered or found for something that the suite asked for, and where. */
  readonly given: Map<bigint, Given>;
  /** Where a sloppy server could have stored something, and the case that last tried. */
  readonly watched: Map<string, Watch>;
  /** Creations that were tried, and the slot of each. */
  readonly tried: Map<Entry, Slot>;
  /** Something that stays from the beginning to the end, where the suite makes slots. */
  lasting:
    { readonly slot: Slot; readonly id: bigint; readonly remove: () => Promise<void> } | undefined;
}

/** Nothing was stored yet. */
export function emptyStock(): Stock {
  return {
    ids: new Map(),
    before: new Map(),
    given: new Map(),
    watched: new Map(),
    tried: new Map(),
    lasting: undefined,
  };
}

/** A text that is the same for the same place. */
export function keyOf(place: Place): string {
  return Object.entries(place)
    .map(([member, value]) => `${member} ${value}`)
    .sort()
    .join(', ');
}

/** Remembers an id that was answered or found for something that was asked for. */
export function give({ given }: Stock, id: bigint, slot: Slot, entry: Entry): void {
  const known = given.get(id);
  if (known === undefined) given.set(id, { slot, entries: new Set([entry]) });
  else known.entries.add(entry);
}

/** True for the id of a row that was there before the suite did anything at its place. */
export function wasThereBefore({ before }: Stock, id: bigint): boolean {
  for (const ids of before.values()) if (ids.has(id)) return true;
  return false;
}
