import { integerOf } from '../../json/int64.js';
import { isObject } from '../../json/json-value.js';
import type { JsonValue } from '../../json/json-value.js';
import type { Answer } from '../../judge/answer.js';
import type { Problem } from '../../record/problem.js';
import type { Entry, Means } from '../means.js';
import { valueFor } from './attribute-values.js';
import type { Attribute, Attributes } from './attributes.js';
import { isBuiltIn } from './model-associations.js';

/** What an instance is called in the ledger. */
export const INSTANCE = 'instance';

/** An instance that the suite made, and its entry in the ledger. */
export interface MadeInstance {
  readonly model: string;
  readonly id: bigint;
  readonly entry: Entry;
}

/** An instance that was made, or why the target made none. */
export type Making =
  | { readonly made: MadeInstance; readonly why?: never }
  | { readonly made?: never; readonly why: Problem };

/** How instances are made. */
export interface Maker {
  readonly attributes: Attributes;
  /** The supplier account. */
  readonly account: string;
  /** Ids, by model, of what was made and is there: none of another instance. */
  readonly taken: ReadonlyMap<string, ReadonlySet<bigint>>;
}

/**
 * Makes an instance of a model, with all that the model requires, or tells why there is none.
 *
 * @param ending - of its name
 */
export async function makeInstance(
  means: Means,
  model: string,
  { attributes, account, taken }: Maker,
  ending?: string,
): Promise<Making> {
  if (isBuiltIn(model)) return { why: { kind: 'built-in', of: model } };
  const required = await attributes.requiredBy(means, model);
  const { entry, name } = means.enterNamed({ kind: INSTANCE, of: model }, ending);
  const values: [id: string, value: JsonValue][] = [];
  for (const attribute of required) {
    const value = await valueFor(attribute, name);
    if (value === undefined) {
      entry.notCreated();
      return { why: whyUnfilled(model, attribute) };
    }
    values.push([attribute.id, value]);
  }
  const answer = await means.send(
    'create_inst',
    // One generation of the ESB requires the account, the others pass it over.
    {
      ...Object.fromEntries(values),
      bk_obj_id: model,
      bk_supplier_account: account,
      bk_inst_name: name,
    },
    'setup',
    false,
  );
  if (answer.kind !== 'accepted') {
    const unmade = { kind: 'not-made', endpoint: 'create_inst', of: model } as const;
    if (answer.kind !== 'refused') return { why: { ...unmade, why: answer.why } };
    entry.notCreated();
    return { why: { ...unmade, said: answer.said } };
  }
  const data = answer.body['data'];
  const id = isObject(data) ? integerOf(data['bk_inst_id']) : undefined;
  if (id === undefined)
    return { why: { kind: 'member-missing', at: 'create_inst: data.bk_inst_id' } };
  // Which instance that is nobody knows: what was made is found by its name at the end.
  if (taken.get(model)?.has(id) === true) {
    return { why: { kind: 'ids-equal', ids: [id.toString(), id.toString()] } };
  }
  entry.created(id);
  return { made: { model, id, entry } };
}

/** Why there is no value for an attribute: its type is not known, or nothing meets its rule. */
function whyUnfilled(of: string, { id: at, type, option }: Attribute): Problem {
  const rule = typeof option === 'string' && option !== '' ? { rule: option } : {};
  return { kind: 'not-filled', of, at, type, ...rule };
}

/** Asks for the removal of an instance. */
export function deleteInstance(
  means: Means,
  model: string,
  id: bigint,
  account: string,
): Promise<Answer> {
  return means.send(
    'delete_inst',
    { bk_obj_id: model, bk_supplier_account: account, bk_inst_id: id },
    'cleanup',
  );
}

/** Removes an instance that the suite made; true when the server said so. */
export async function removeInstance(
  means: Means,
  { model, id, entry }: MadeInstance,
  { account }: Pick<Maker, 'account'>,
): Promise<boolean> {
  const answer = await deleteInstance(means, model, id, account);
  if (answer.kind === 'refused') entry.notRemoved(answer.said);
  if (answer.kind !== 'accepted') return false;
  entry.removed();
  return true;
}
