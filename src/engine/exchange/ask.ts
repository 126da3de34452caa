import { freshRows, sweep } from '../stock/lookups.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';
import type { Place } from '../../effects/slot.js';
import { refusalSignature } from '../../judge/signature.js';
import type { CredentialFault } from '../../judge/credential-refusals.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Purpose } from '../../record/exchange.js';
import type { Claim } from './claim.js';
import type { Manner } from './client.js';
import { removeRow } from '../stock/removal.js';
import { send } from './send.js';
import type { Reply } from './send.js';

/** A request to the endpoint that is judged. */
export interface Question {
  readonly members: JsonObject;
  readonly purpose: Purpose;
  readonly trial: string;
  /** The member that is at fault, which the message should name; undefined where none is. */
  readonly member?: string;
  /** The credential that is at fault: the refusal's words are kept for comparison. */
  readonly credential?: CredentialFault;
  /** True when a success has to come, false when a failure has to; undefined: either may. */
  readonly success: boolean | undefined;
  /** Outside *protocol*, every answer's envelope is judged. */
  readonly isJudged: boolean;
  readonly claim: Claim;
  /** Where it could have stored something: looked at before a reset request is repeated. */
  readonly places: readonly Place[];
  readonly manner?: Manner;
}

/** Sends a request to the endpoint that is judged, and judges the envelope of its answer. */
export async function ask(scene: Scene, question: Question): Promise<Reply> {
  const { knowledge, subject, journal, tools } = scene.run;
  const { members, places, credential } = question;
  const reply = await send(scene, {
    endpoint: subject.outline.endpoint,
    members,
    purpose: question.purpose,
    claim: question.claim,
    ...(question.manner === undefined ? {} : { manner: question.manner }),
    refusable: question.success !== true,
    async mayRepeat() {
      const rows = await sweep(scene, places);
      if (rows === undefined) return false;
      for (const row of freshRows(scene, places, rows, members).ours) await removeRow(scene, row);
      return true;
    },
  });
  const { answer } = reply;
  if (answer.kind === 'refused' && credential !== undefined) {
    const signature = refusalSignature(answer.body, members, tools.binding.envelope);
    knowledge.credentialRefusals.note(signature, credential);
  }
  // What answers before anything did as the API does may be somebody else: no verdict on the API.
  if (question.isJudged && scene.run.weather.hasApiAnswered) {
    keep(scene, subject.judge(reply, question, journal.requestIds));
  }
  return reply;
}
