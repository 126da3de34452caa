import type { JsonObject } from '../../json/json-value.js';
import { idOf } from '../../judge/answer.js';
import { couldBeOurs, isAsSent, keyOf } from '../places.js';
import { give } from '../state.js';
import type { Place, Scene } from '../state.js';
import { associationsOf } from './add.js';
import { find } from './create.js';
import { isNew, newRows, rowsBeside } from './fresh-rows.js';
import { sweep } from './look.js';
import type { FoundRow } from './look.js';
import { removeAssociation } from './remove.js';
import type { Reply } from './send.js';

/** What a request created that was not sent to create anything. */
export interface Created {
  readonly made: readonly FoundRow[];
  /** New rows that it may have created as well as somebody else; they stay. */
  readonly beside: readonly FoundRow[];
}

/**
 * Looks what a request created that was not sent to create anything, and removes it. Where the
 * server says that it did create, the row is waited for, as lookups may lag behind.
 *
 * @returns what was created, and what may be somebody else's; undefined when lookups can't be used
 */
export async function removeCreated(
  scene: Scene,
  body: JsonObject,
  places: readonly Place[],
  { answer }: Reply,
): Promise<Created | undefined> {
  const { state, slot } = scene;
  const rows = await sweep(scene, places);
  const made = newRows(scene, places, rows ?? [], associationsOf(scene, body));
  const id = answer.kind === 'accepted' ? idOf(answer.body) : undefined;
  const unknown = id !== undefined && isNew(scene, id);
  if (unknown && !made.some((row) => row.id === id)) {
    const found = await find(scene, slot, body, id);
    const row = found?.row;
    if (row !== undefined && (couldBeOurs(row, slot) || isAsSent(row, body, slot))) made.push(row);
    else give(scene, id, state.ledger.nextCreation());
  }
  for (const row of made) await removeAssociation(scene, row);
  const before = places.every((place) => state.before.has(keyOf(place)));
  if (rows === undefined || !before) return undefined;
  const beside = rowsBeside(scene, places, rows, associationsOf(scene, body));
  return { made, beside: beside.filter((row) => !made.includes(row)) };
}
