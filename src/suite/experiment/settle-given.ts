import { couldBeOurs } from '../places.js';
import type { Scene } from '../state.js';
import { wasThereBefore } from './fresh-rows.js';
import { look } from './look.js';
import type { FoundRow } from './look.js';
import { removeAssociation } from './remove.js';

/**
 * Looks once more for an association whose id was answered or found, and removes it if it is the
 * suite's, else leaves it alone. Where lookups never showed anything that the suite made, that they
 * show nothing proves nothing either: such an id stays open in the ledger.
 *
 * @returns the row, where there is one that may be somebody else's
 */
export async function settleGiven(scene: Scene, id: bigint): Promise<FoundRow | undefined> {
  const { state } = scene;
  const given = state.given.get(id);
  if (given === undefined || state.ids.get(id) === 'removed') return undefined;
  const rows = await look(scene, { id });
  if (rows === undefined) return undefined;
  const row = rows.find((found) => found.id === id);
  const foreign = wasThereBefore(scene, id);
  if (row !== undefined && !foreign && couldBeOurs(row, given.slot)) {
    const [first] = given.creations;
    await removeAssociation(scene, row, first);
    return undefined;
  }
  if (row === undefined && !state.lookups.shown) return undefined;
  state.ids.set(id, 'removed');
  for (const creation of given.creations) {
    state.ledger.append({
      step: 'not-created',
      kind: 'association',
      of: state.settings.fixture.association,
      creation,
      id: id.toString(),
    });
  }
  return foreign ? undefined : row;
}
