import type { Identity } from '../../binding/binding.js';
import { applyChanges, changedMembers } from '../../cases/apply-changes.js';
import { IDENTITY } from '../../cases/case.js';
import type { Change } from '../../cases/case.js';
import type { Answer } from '../../judge/answer.js';
import { refusalSignature } from '../../judge/signature.js';
import { credentialFaultOf } from '../case/bad-request.js';
import { credentialProbes } from './credential-probes.js';
import { meansOf } from '../exchange/means.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import { seenIn } from './seen-answer.js';
import { send } from '../exchange/send.js';
import { credentialMembers } from '../case/valid-request.js';

/** What a request came to, by who asked. */
export interface Asked {
  readonly identity: Identity;
  /** The endpoint that was asked; undefined where none was. */
  readonly endpoint: string | undefined;
  readonly answer: Answer;
  /** Signature, where it was refused. */
  readonly refusal: string | undefined;
}

/**
 * Learns how the target refuses bad credentials of each kind, and stores nothing: it asks the endpoint
 * that looks, as a run does the one that is judged. What stands before both refuses in the same words.
 *
 * @returns signatures of the refusals of an app that there is not, and of a wrong secret
 */
export async function learnRefusalsByLooking(scene: Scene): Promise<ReadonlySet<string>> {
  const { knowledge, tools } = scene.run;
  const ofApp = new Set<string>();
  for (const { trial, changes } of credentialProbes(scene.run)) {
    if (isOver(scene.run)) break;
    const asked = await lookAs(scene, knowledge.identity, changes);
    const { refusal } = asked;
    noteSeen(scene.run, trial, asked);
    const credential = credentialFaultOf(changes, tools.binding);
    const [change] = changes;
    if (refusal === undefined || credential === undefined || change === undefined) continue;
    knowledge.credentialRefusals.note(refusal, credential);
    if (change.at === IDENTITY) {
      knowledge.identityRefusals[change.fault === 'absent' ? 'none' : 'madeUp'] = refusal;
    } else if (credential.wrongValue) ofApp.add(refusal);
  }
  return ofApp;
}

/** Keeps what a lookup came to that stands for a case of the endpoint that is judged. */
export function noteSeen(
  { subject, knowledge, tools }: Run,
  id: string,
  { endpoint: asked, answer }: Asked,
): void {
  const { endpoint } = subject.outline;
  const where = { endpoint, case: id, ...(asked === undefined ? {} : { asked }) };
  knowledge.seen.push(...seenIn(answer, where, tools.binding.envelope));
}

/** Looks by an identity, with changes of the credentials. */
export async function lookAs(
  scene: Scene,
  identity: Identity,
  changes: readonly Change[],
): Promise<Asked> {
  const { tools, subject } = scene.run;
  const { binding, settings } = tools;
  const own = credentialMembers(binding, settings.credentials, identity);
  const other = { otherSecret: undefined, otherCode: undefined };
  const credentials = applyChanges(own, changes, binding, other);
  const differsIn = changes.flatMap((change) => changedMembers(change, binding));
  const breaksSchema = changes.some(({ fault }) => fault === 'absent');
  const answers: Pick<Asked, 'endpoint' | 'answer'>[] = [];
  await subject.effect.look(
    {
      ...meansOf(scene, identity),
      async send(endpoint, members, purpose) {
        const valid = { ...own, ...members };
        const { answer } = await send(scene, {
          endpoint,
          members: { ...credentials, ...members },
          purpose,
          claim: changes.length === 0 ? 'valid' : { valid, differsIn, breaksSchema },
        });
        answers.push({ endpoint, answer });
        return answer;
      },
      signature: ({ body }) => refusalSignature(body, credentials, binding.envelope),
    },
    subject.effect.standsAt(scene.slot),
  );
  const unasked = {
    endpoint: undefined,
    answer: { kind: 'none', why: { kind: 'undecided' } },
  } as const;
  const { endpoint, answer } = answers.at(-1) ?? unasked;
  const refusal =
    answer.kind === 'refused'
      ? refusalSignature(answer.body, credentials, binding.envelope)
      : undefined;
  return { identity, endpoint, answer, refusal };
}
