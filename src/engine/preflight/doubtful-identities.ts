import type { Credential } from '../../binding/binding.js';
import type { Answer } from '../../judge/answer.js';
import { refusalSignature } from '../../judge/signature.js';
import type { JsonObject } from '../../json/json-value.js';
import { meansOf } from '../exchange/means.js';
import type { Scene } from '../run.js';

/**
 * The identities of a refused request that may have run out, or may not be exempt: a token that is
 * refused as a made-up one is, a user name that is refused as none is. One that was accepted before is
 * tried alone with a lookup: where that is not refused, it has not run out, and the refusal is the
 * server's. Where no other is left, the run ends.
 *
 * @param identities - those that the request carries
 */
export async function doubtfulIdentities(
  scene: Scene,
  request: JsonObject,
  { body, said }: Extract<Answer, { readonly kind: 'refused' }>,
  identities: readonly Credential[],
): Promise<readonly Credential[]> {
  const { tools, knowledge, budget } = scene.run;
  const { madeUp, none } = knowledge.identityRefusals;
  const signature = refusalSignature(body, request, tools.binding.envelope);
  const suspects = identities.filter(
    ({ role }) => signature === (role === 'token' ? madeUp : none),
  );
  if (suspects.length === 0) return [];
  for (const { role } of suspects) {
    if (knowledge.accepted.has(role) && (await hasRunOut(scene, role))) {
      knowledge.accepted.delete(role);
      if (knowledge.accepted.size === 0) budget.end({ kind: 'identities-refused', said });
    }
  }
  // Of two identities the one that is accepted alone is not at fault.
  return identities.filter(({ role }) => !knowledge.accepted.has(role));
}

/** True for an identity whose lookups are refused as those of a made-up one are, or of none. */
async function hasRunOut(scene: Scene, role: Credential['role']): Promise<boolean> {
  const { subject, knowledge } = scene.run;
  const means = meansOf(scene, role === 'token' ? 'token' : 'user');
  const looked = await subject.effect.look(means, subject.effect.standsAt(scene.slot));
  if (looked.rows !== undefined || looked.refusal === undefined) return false;
  const { madeUp, none } = knowledge.identityRefusals;
  return looked.refusal === (role === 'token' ? madeUp : none);
}
