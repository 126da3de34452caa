import type { Text } from '../../text.js';
import type { Manner } from '../../target/client.js';
import type { JsonObject } from '../../json/json-value.js';
import type { CredentialFault } from '../../judge/credential-refusals.js';
import { refusalSignature } from '../../judge/signature.js';
import type { Purpose } from '../../record/record.js';
import { checkClaim } from '../request.js';
import type { Claim } from '../request.js';
import { keep } from '../state.js';
import type { Place, Scene } from '../state.js';
import { newRows } from './fresh-rows.js';
import { sweep } from './look.js';
import { removeAssociation } from './remove.js';
import { send } from './send.js';
import type { Reply } from './send.js';

/** What a request is about, for the judgement of its answer. */
export interface About {
  readonly experiment: Text;
  /** The member that is at fault, which the message should name; undefined where none is. */
  readonly member?: string;
  /** The credential that is at fault: the refusal's words are kept for comparison. */
  readonly credential?: CredentialFault;
  /** True when a success has to come, false when a failure has to; undefined: either may. */
  readonly success: boolean | undefined;
  /** Outside *protocol*, every answer's envelope is judged. */
  readonly judged: boolean;
  /** What the request is, which is checked before it is sent. */
  readonly claim: Claim;
}

/**
 * Checks that a request is what it claims to be, sends it to `add_instance_association` and judges
 * the envelope of its answer.
 *
 * @param places - where it could have stored something: looked at before a reset request is repeated
 */
export async function add(
  scene: Scene,
  body: JsonObject,
  purpose: Purpose,
  about: About,
  places: readonly Place[],
  manner?: Manner,
): Promise<Reply> {
  const { state } = scene;
  checkClaim(body, about.claim, (request) =>
    state.contract.requestProblem('add_instance_association', request),
  );
  const reply = await send(scene, 'add_instance_association', body, purpose, {
    ...(manner === undefined ? {} : { manner }),
    refusable: about.success !== true,
    async mayRepeat() {
      const rows = await sweep(scene, places);
      if (rows === undefined) return false;
      const made = newRows(scene, places, rows, associationsOf(scene, body));
      for (const row of made) await removeAssociation(scene, row);
      return true;
    },
  });
  const { answer } = reply;
  if (answer.kind === 'refused' && about.credential !== undefined) {
    state.credentialRefusals.note(refusalSignature(answer.body, body), about.credential);
  }
  if (about.judged) {
    keep(scene, state.envelope.judge(reply, about, state.requestIds));
  }
  return reply;
}

/** The associations under which a request could have been stored. */
export function associationsOf(scene: Scene, body: JsonObject): string[] {
  const sent = body['bk_obj_asst_id'];
  return [
    scene.state.settings.fixture.association,
    ...(typeof sent === 'string' ? [sent] : sent === undefined || sent === null ? [''] : []),
  ];
}
