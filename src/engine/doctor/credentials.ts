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

/** What a lookup came to, by who asked. */
export interface Asked {
  readonly identity: Identity;
  readonly answer: Answer;
  /** Signature, where it was refused. */
  readonly refusal: string | undefined;
}

/**
 * Looks by each identity alone, and with bad credentials of each kind: how those are refused is kept
 * to compare with. It asks the endpoint that looks, as a run does the one that is judged: what stands
 * before both refuses in the same words.
 */
export async function lookAsEach(scene: Scene): Promise<Asked[]> {
  const { knowledge, tools } = scene.run;
  for (const { changes } of credentialProbes(scene.run)) {
    if (isOver(scene.run)) return [];
    const { refusal } = await lookAs(scene, knowledge.identity, changes);
    const credential = credentialFaultOf(changes, tools.binding);
    if (refusal === undefined || credential === undefined) continue;
    knowledge.credentialRefusals.note(refusal, credential);
    const [change] = changes;
    if (change?.at !== IDENTITY) continue;
    knowledge.identityRefusals[change.fault === 'absent' ? 'none' : 'madeUp'] = refusal;
  }
  const asked: Asked[] = [];
  for (const identity of identitiesOf(scene.run)) asked.push(await lookAs(scene, identity, []));
  return asked;
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
  let last: Answer = { kind: 'none', why: { kind: 'undecided' } };
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
        last = answer;
        return answer;
      },
      signature: ({ body }) => refusalSignature(body, credentials, binding.envelope),
    },
    subject.effect.standsAt(scene.slot),
  );
  return { identity, answer: last, refusal: signatureOf(last) };

  function signatureOf(answer: Answer): string | undefined {
    if (answer.kind !== 'refused') return undefined;
    return refusalSignature(answer.body, credentials, binding.envelope);
  }
}

/** Whether the app is known, and each identity accepted alone. */
export function checkCredentials(run: Run, asked: readonly Asked[]): Check[] {
  const { tools, knowledge } = run;
  const { binding } = tools;
  const { madeUp, none } = knowledge.identityRefusals;
  const app = (['app', 'secret'] as const).map((role) => credentialOf(binding, role).variable);
  const doubtful = asked.filter(
    ({ identity, refusal }) =>
      refusal !== undefined && refusal === (identity === 'token' ? madeUp : none),
  );
  const isRefused = ({ answer, refusal }: Asked): boolean =>
    answer.kind === 'refused' &&
    refusal !== undefined &&
    lackingPermission(answer, binding) === undefined &&
    knowledge.credentialRefusals.has(refusal);
  const said = saidIn(asked.find(isRefused)?.answer);
  if (said !== undefined && asked.every(isRefused) && doubtful.length === 0) {
    const ends = { kind: 'identities-refused', said } as const;
    return [{ kind: 'app', result: 'wrong', settings: app, said, ends }];
  }
  const isAnyAccepted = doubtful.length < asked.length;
  return [
    { kind: 'app', result: 'ok', settings: app },
    ...asked.flatMap((one) => identityChecks(one)),
  ];

  function identityChecks(one: Asked): Check[] {
    return identityCredentials(binding, one.identity).map(({ variable: setting }): Check => {
      const own = saidIn(one.answer);
      const isAccepted = one.answer.kind === 'accepted';
      if (own === undefined || isAccepted || !doubtful.includes(one)) {
        return { kind: 'identity', result: isAccepted ? 'ok' : 'unknown', setting };
      }
      if (isAnyAccepted) return { kind: 'identity', result: 'warning', setting, said: own };
      const ends = { kind: 'identities-refused', said: own } as const;
      return { kind: 'identity', result: 'wrong', setting, said: own, ends };
    });
  }
}

function saidIn(answer: Answer | undefined): Said | undefined {
  return answer?.kind === 'refused' ? answer.said : undefined;
}
