import { IDENTITY } from '../../cases/case.js';
import type { Refusal } from '../../cases/case.js';
import type { JsonObject } from '../../json/json-value.js';
import { refusalSignature } from '../../judge/signature.js';
import { badRequest } from '../case/bad-request.js';
import { credentialProbes } from './credential-probes.js';
import { provoke } from '../case/refusal.js';
import type { Provoked } from '../case/refusal.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import type { Reply } from '../exchange/send.js';
import { validRequest } from '../case/valid-request.js';

/** Learns how the target refuses bad credentials of any kind, and something that there is not. */
export async function learnRefusals(scene: Scene): Promise<void> {
  const { run } = scene;
  for (const refusal of credentialProbes(run)) {
    if (isOver(run)) return;
    const { reply, request } = await provoke({ scene, request: badRequest(scene, refusal) });
    noteIdentityRefusal(run, refusal, reply, request.bad);
  }
  if (!isOver(run)) await askForUnknown(scene);
}

/**
 * Asks for something that there is not, and learns how that is refused.
 *
 * @returns undefined where the requests of the endpoint name nothing
 */
export async function askForUnknown(scene: Scene): Promise<Provoked | undefined> {
  const { run } = scene;
  const unknown = run.subject.effect.unknown(run.tools.runId);
  if (unknown === undefined) return undefined;
  const { difference, requirement } = unknown;
  const valid = validRequest(run, scene.slot);
  const bad = { ...valid, ...difference };
  const provoked = await provoke({
    scene,
    request: {
      trial: 'preflight.unknown',
      valid,
      bad,
      differsIn: Object.keys(difference),
      breaksSchema: false,
      about: 'request',
      requirements: requirement === undefined ? [] : [requirement],
    },
  });
  const { answer } = provoked.reply;
  if (answer.kind === 'refused') {
    const { envelope } = run.tools.binding;
    run.knowledge.unknownRefusal = refusalSignature(answer.body, bad, envelope);
  }
  return provoked;
}

/** How a made-up token is refused, and no identity at all, to compare configured ones with. */
function noteIdentityRefusal(
  { knowledge, tools }: Run,
  { changes }: Refusal,
  { answer }: Reply,
  sent: JsonObject,
): void {
  const [change] = changes;
  if (change?.at !== IDENTITY || answer.kind !== 'refused') return;
  const signature = refusalSignature(answer.body, sent, tools.binding.envelope);
  if (change.fault === 'absent') knowledge.identityRefusals.none = signature;
  else knowledge.identityRefusals.madeUp = signature;
}
