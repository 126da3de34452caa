import { rememberBefore } from '../experiment/fresh-rows.js';
import type { Scene, State } from '../state.js';
import { identitiesOf } from './identities.js';

/** Looks what is between the fixture's instances, by the first identity whose lookups can be used. */
export async function openLookups(scene: Scene): Promise<void> {
  const { state } = scene;
  const { lookups } = state;
  const usual = state.identity;
  for (const identity of identitiesOf(state)) {
    state.identity = identity;
    lookups.byAssociation = false;
    lookups.unusable = undefined;
    await rememberBefore(scene, [state.fixture]);
    if (lookups.used || lookups.refusals.size === 0) return;
  }
  state.identity = usual;
}

/** True when lookups are refused, by each identity as bad credentials are. */
export function isRefusedLikeAWrongSecret({ lookups, credentialRefusals }: State): boolean {
  const refusals = [...lookups.refusals];
  return refusals.length > 0 && refusals.every((refusal) => credentialRefusals.has(refusal));
}
