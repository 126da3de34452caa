import type { Binding } from '../binding/binding.js';
import { isObject } from '../json/json-value.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import type { Answer } from './answer.js';

/** The most actions that are told. */
const MOST_ACTIONS = 10;

/** What a refusal says that is for lack of a permission. */
export interface Lacking {
  /** Names of the actions to apply for, where the refusal tells them. */
  readonly actions: readonly string[];
}

/**
 * Reads a refusal for a permission that the app or the user lacks: one of the codes that the binding
 * keeps for this, or details of a permission.
 *
 * @returns undefined for any other refusal
 */
export function lackingPermission(
  { body, said }: Extract<Answer, { readonly kind: 'refused' }>,
  { envelope, codes }: Pick<Binding, 'envelope' | 'codes'>,
): Lacking | undefined {
  const details = body[envelope.permission];
  const hasCode = said.code !== undefined && codes.permission.has(BigInt(said.code));
  const isDetailed = isObject(details) && Object.keys(details).length > 0;
  if (!hasCode && !isDetailed) return undefined;
  return { actions: isObject(details) ? actionsIn(details) : [] };
}

/** Actions of the permission service: each has an id and mostly a name. */
function actionsIn(details: JsonObject): string[] {
  const { actions } = details;
  const listed: readonly JsonValue[] = Array.isArray(actions) ? actions : [];
  return listed.slice(0, MOST_ACTIONS).flatMap((action) => {
    if (!isObject(action)) return [];
    const words = [action['name'], action['id']].filter((word) => typeof word === 'string');
    return words.length === 0 ? [] : [words.join(' ')];
  });
}
