import { integerOf } from '../../json/int64.js';
import { isObject } from '../../json/json-value.js';
import type { Answer } from '../../judge/answer.js';
import type { Problem } from '../../record/problem.js';
import type { Entry, Means } from '../means.js';

/** What an instance is called in the ledger. */
export const INSTANCE = 'instance';

/** An instance that the suite made, and its entry in the ledger. */
export interface MadeInstance {
  readonly model: string;
  readonly id: bigint;
  readonly entry: Entry;
}

/**
 * Makes an instance of a model, or tells why the target did not make one.
 *
 * @param ending - of its name
 */
export async function makeInstance(
  means: Means,
  model: string,
  ending?: string,
): Promise<
  | { readonly made: MadeInstance; readonly why?: never }
  | { readonly made?: never; readonly why: Problem }
> {
  const { entry, name } = means.enterNamed({ kind: INSTANCE, of: model }, ending);
  const answer = await means.send(
    'create_inst',
    { bk_obj_id: model, bk_inst_name: name },
    'setup',
    false,
  );
  if (answer.kind !== 'accepted') {
    if (answer.kind !== 'refused') return { why: answer.why };
    entry.notCreated();
    return { why: { kind: 'not-made', endpoint: 'create_inst', of: model, said: answer.said } };
  }
  const data = answer.body['data'];
  const id = isObject(data) ? integerOf(data['bk_inst_id']) : undefined;
  if (id === undefined)
    return { why: { kind: 'member-missing', at: 'create_inst: data.bk_inst_id' } };
  entry.created(id);
  return { made: { model, id, entry } };
}

/** Asks for the removal of an instance. */
export function deleteInstance(means: Means, model: string, id: bigint): Promise<Answer> {
  return means.send('delete_inst', { bk_obj_id: model, bk_inst_id: id }, 'cleanup');
}

/** Removes an instance that the suite made; true when the server said so. */
export async function removeInstance(
  means: Means,
  { model, id, entry }: MadeInstance,
): Promise<boolean> {
  const answer = await deleteInstance(means, model, id);
  if (answer.kind === 'refused') entry.notRemoved(answer.said);
  if (answer.kind !== 'accepted') return false;
  entry.removed();
  return true;
}
