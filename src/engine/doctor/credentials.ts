import { credentialOf, identityCredentials } from '../../binding/binding.js';
import type { Identity } from '../../binding/binding.js';
import { applyChanges, changedMembers } from '../../cases/apply-changes.js';
import { IDENTITY } from '../../cases/case.js';
import type { Change } from '../../cases/case.js';
import type { Answer } from '../../judge/answer.js';
import { lackingPermission } from '../../judge/permission.js';
import { refusalSignature } from '../../judge/signature.js';
import type { Check } from '../../record/diagnosis.js';
import type { Said } from '../../record/problem.js';
import { credentialFaultOf } from '../bad-request.js';
import { meansOf } from '../means.js';
import { credentialProbes } from '../preflight.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import { send } from '../send.js';
import { credentialMembers, identitiesOf } from '../valid-request.js';
import type { Asked, Untried } from './asked.js';

/** What lookups came to. */
export interface AskedByEach {
  readonly asked: readonly Asked[];
  /** Signatures of the refusals of an app that there is not, and of a wrong secret. */
  readonly ofApp: ReadonlySet<string>;
}

/**
 * Looks by each identity alone, and with bad credentials of each kind: how those are refused is kept
 * to compare with. It asks the endpoint that looks, as a run does the one that is judged: what stands
 * before both refuses in the same words.
 */
export async function lookAsEach(scene: Scene): Promise<AskedByEach> {
  const { knowledge, tools } = scene.run;
  const ofApp = new Set<string>();
  for (const { changes } of credentialProbes(scene.run)) {
    if (isOver(scene.run)) break;
    const { refusal } = await lookAs(scene, knowledge.identity, changes);
    const credential = credentialFaultOf(changes, tools.binding);
    const [change] = changes;
    if (refusal === undefined || credential === undefined || change === undefined) continue;
    knowledge.credentialRefusals.note(refusal, credential);
    if (change.at === IDENTITY) {
      knowledge.identityRefusals[change.fault === 'absent' ? 'none' : 'madeUp'] = refusal;
    } else if (credential.wrongValue) ofApp.add(refusal);
  }
  const asked: Asked[] = [];
  for (const identity of identitiesOf(scene.run)) asked.push(await lookAs(scene, identity, []));
  return { asked, ofApp };
}

async function lookAs(
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
  const answers: Answer[] = [];
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
        answers.push(answer);
        return answer;
      },
      signature: ({ body }) => refusalSignature(body, credentials, binding.envelope),
    },
    subject.effect.standsAt(scene.slot),
  );
  const answer = answers.at(-1) ?? { kind: 'none', why: { kind: 'undecided' } };
  const refusal =
    answer.kind === 'refused'
      ? refusalSignature(answer.body, credentials, binding.envelope)
      : undefined;
  return { identity, answer, refusal };
}

/**
 * Whether the app is known, and each identity accepted alone.
 *
 * @param looked - what lookups came to
 * @param unknown - what requests for something that there is not came to, where they were sent
 */
export function checkCredentials(
  run: Run,
  { asked, ofApp }: AskedByEach,
  unknown: readonly Asked[] | Untried,
): Check[] {
  const { tools, knowledge } = run;
  const { binding } = tools;
  const { madeUp, none } = knowledge.identityRefusals;
  const settings = (['app', 'secret'] as const).map((role) => credentialOf(binding, role).variable);
  const app = { kind: 'app', settings } as const;
  const isBad = ({ answer, refusal }: Asked): boolean =>
    answer.kind === 'refused' &&
    refusal !== undefined &&
    lackingPermission(answer, binding) === undefined;
  const ofBadApp = asked.find((one) => isBad(one) && ofApp.has(one.refusal ?? ''));
  const said = saidIn(ofBadApp);
  if (said !== undefined) {
    return [{ ...app, result: 'wrong', said, ends: { kind: 'identities-refused', said } }];
  }
  const doubtful = new Map<Identity, Said>();
  for (const one of [...asked, ...(typeof unknown === 'string' ? [] : unknown)]) {
    const own = saidIn(one);
    const isDoubtful = isBad(one) && one.refusal === (one.identity === 'token' ? madeUp : none);
    if (isDoubtful && own !== undefined) doubtful.set(one.identity, own);
  }
  const identities = asked.flatMap((one) =>
    identityCredentials(binding, one.identity).map(({ variable: setting }): Check => {
      const own = doubtful.get(one.identity);
      const base = { kind: 'identity', setting } as const;
      if (own === undefined) {
        return { ...base, result: one.answer.kind === 'accepted' ? 'ok' : 'unknown' };
      }
      if (doubtful.size < asked.length) return { ...base, result: 'warning', said: own };
      const ends = { kind: 'identities-refused', said: own } as const;
      return { ...base, result: 'wrong', said: own, ends };
    }),
  );
  return [{ ...app, result: 'ok' }, ...identities];
}

function saidIn(asked: Asked | undefined): Said | undefined {
  return asked?.answer.kind === 'refused' ? asked.answer.said : undefined;
}
