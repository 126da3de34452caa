import { credentialOf, identityCredentials } from '../../binding/binding.js';
import type { Identity } from '../../binding/binding.js';
import { AS_DOCUMENTED } from '../../cases/success.js';
import { lackingPermission } from '../../judge/permission.js';
import type { Check } from '../../record/diagnosis.js';
import type { Said } from '../../record/problem.js';
import { learnRefusalsByLooking, lookAs, noteSeen } from '../preflight/look-as.js';
import type { Asked } from '../preflight/look-as.js';
import type { Run, Scene } from '../run.js';
import { identitiesOf } from '../case/valid-request.js';
import type { Untried } from './permissions.js';

/** What lookups came to. */
export interface AskedByEach {
  readonly asked: readonly Asked[];
  /** Signatures of the refusals of an app that there is not, and of a wrong secret. */
  readonly ofApp: ReadonlySet<string>;
}

/**
 * Looks with bad credentials of each kind, and by each identity alone. A lookup that is accepted has
 * the members of any success.
 */
export async function lookAsEach(scene: Scene): Promise<AskedByEach> {
  const ofApp = await learnRefusalsByLooking(scene);
  const asked: Asked[] = [];
  for (const identity of identitiesOf(scene.run)) asked.push(await lookAs(scene, identity, []));
  const accepted = asked.find(({ answer }) => answer.kind === 'accepted');
  if (accepted !== undefined) noteSeen(scene.run, AS_DOCUMENTED, accepted);
  return { asked, ofApp };
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
