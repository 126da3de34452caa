import { commonArguments } from '../../target/identity.js';
import type { Answer } from '../../judge/answer.js';
import { give } from '../state.js';
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
  give(scene, row.id, number);
  state.ids.set(row.id, 'there');
  if (isSilent(state)) return false;
  let kind = await askToRemove(scene, row);
  // A deletion that is refused once must not leave the pair associated.
  if (kind === 'refused') kind = await askToRemove(scene, row);
  if (kind !== 'accepted') return false;
  state.ids.set(row.id, 'removed');
  for (const each of state.given.get(row.id)?.creations ?? []) {
    state.ledger.append({ step: 'removed', ...line, creation: each });
  }
  return true;
}

async function askToRemove(
  scene: Scene,
  { id, model }: Pick<FoundRow, 'id' | 'model'>,
): Promise<Answer['kind']> {
  const { state } = scene;
  const { answer, sent } = await send(
    scene,
    'delete_instance_association',
    {
      ...commonArguments(state.settings.credentials, state.identity),
      bk_obj_id: model,
      id,
    },
    'cleanup',
  );
  keepSupport(scene, 'delete_instance_association', answer, sent);
  return answer.kind;
}
