import type { Row } from '../../judge/creation.js';
import { isAt, keyOf } from '../places.js';
import type { Place, Scene, Slot } from '../state.js';
import { sweep } from './look.js';
import type { FoundRow } from './look.js';

/** Learns what is at places before the suite does anything there, where that is not known yet. */
export async function rememberBefore(scene: Scene, places: readonly Place[]): Promise<void> {
  const { state } = scene;
  const fresh = new Set(state.made.flatMap((slot) => [slot.source, slot.target]));
  for (const place of places) {
    const key = keyOf(place);
    if (state.before.has(key)) continue;
    const sides = [place.source, place.target];
    if (sides.some((side) => side !== undefined && fresh.has(side))) {
      // An instance that the suite made has no associations but the suite's.
      state.before.set(key, new Set());
      continue;
    }
    const rows = await sweep(scene, [place]);
    if (rows !== undefined) state.before.set(key, new Set(rows.map((row) => row.id)));
  }
}

/** True for the id of a row that was there before the suite did anything at its place. */
export function wasThereBefore({ state }: Scene, id: bigint): boolean {
  for (const ids of state.before.values()) if (ids.has(id)) return true;
  return false;
}

/**
 * True for an id that no row had before the suite worked there, and no earlier creation of this run
 * gave. One that was given and removed may come again, where lookups don't show removed rows for a
 * while.
 */
export function isNew(scene: Scene, id: bigint): boolean {
  const { ids, lookups } = scene.state;
  const known = ids.get(id);
  if (known === 'there' || (known === 'removed' && lookups.lagging)) return false;
  return !wasThereBefore(scene, id);
}

/**
 * Rows that can only come from the suite: they are at one of the places, it is known that they were
 * not there before, no earlier creation of this run gave their id, and where other people may work
 * they are between the two instances, under an association that was sent.
 */
export function newRows(
  scene: Scene,
  places: readonly Place[],
  rows: readonly FoundRow[],
  associations: readonly string[],
): FoundRow[] {
  const { slot } = scene;
  return freshRows(scene, places, rows, associations).filter(
    (row) => slot.made || isBetween(row, slot),
  );
}

/**
 * Rows beside the user's own pair that a sloppy server could have stored, and somebody else as well:
 * between one of its instances and an id like 0 or 1.
 */
export function rowsBeside(
  scene: Scene,
  places: readonly Place[],
  rows: readonly FoundRow[],
  associations: readonly string[],
): FoundRow[] {
  const { slot } = scene;
  return freshRows(scene, places, rows, associations).filter(
    (row) => !slot.made && !isBetween(row, slot),
  );
}

function isBetween(row: Row, { source, target }: Slot): boolean {
  return (
    (row.source === source && row.target === target) ||
    (row.source === target && row.target === source)
  );
}

function freshRows(
  scene: Scene,
  places: readonly Place[],
  rows: readonly FoundRow[],
  associations: readonly string[],
): FoundRow[] {
  const { state, slot } = scene;
  const known = places.filter((place) => state.before.has(keyOf(place)));
  return rows.filter(
    (row) =>
      isNew(scene, row.id) &&
      known.some((place) => isAt(row, place)) &&
      (slot.made || associations.includes(row.association)),
  );
}
