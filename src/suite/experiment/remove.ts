import { commonArguments } from '../../target/identity.js';
import type { Scene } from '../state.js';
import type { FoundRow } from './look.js';
import { isSilent, send } from './send.js';
import { keepSupport } from './support.js';

/**
 * Removes an association that the suite made.
 *
 * @param row - what is known of it: the id that was answered, or a row as found
 * @param creation - its number in the ledger; a new one for a row that nobody asked for
 * @returns whether the server said that it is removed; a target gone silent is not asked
 */
export async function removeAssociation(
  scene: Scene,
  row: Pick<FoundRow, 'id' | 'association' | 'model'>,
  creation?: number,
): Promise<boolean> {
  const { state } = scene;
  const number = creation ?? state.ledger.nextCreation();
  const line = {
    kind: 'association',
    of: row.association,
    creation: number,
    id: row.id.toString(),
  } as const;
  if (creation === undefined) state.ledger.append({ step: 'created', ...line });
  state.ids.set(row.id, 'there');
  if (isSilent(state)) return false;
  const { answer, sent } = await send(
    scene,
    'delete_instance_association',
    {
      ...commonArguments(state.settings.credentials, state.identity),
      bk_obj_id: row.model,
      id: row.id,
    },
    'cleanup',
  );
  keepSupport(scene, 'delete_instance_association', answer, sent);
  if (answer.kind !== 'accepted') return false;
  state.ids.set(row.id, 'removed');
  state.ledger.append({ step: 'removed', ...line });
  return true;
}
