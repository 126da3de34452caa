import type { Text } from '../../text.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Change, MemberPath, Refusal } from '../../cases/case.js';
import { credentialFaultOf } from '../credential-fault.js';
import type { CredentialFault } from '../../judge/credential-refusals.js';
import { applyChanges, validRequest } from '../request.js';
import type { Scene } from '../state.js';

/** A request that has to be refused, ready to be sent. */
export interface BadRequest {
  readonly valid: JsonObject;
  readonly bad: JsonObject;
  /** The members in which the bad request differs from the valid one. */
  readonly differsIn: readonly MemberPath[];
  /** True where the difference is one that the request schema excludes. */
  readonly breaksSchema?: boolean;
  readonly requirements: readonly string[];
  readonly experiment: Text;
  readonly about: Refusal['about'];
  /** The credential at fault; undefined where the rest is wrong too, as the server chooses then. */
  readonly credential?: CredentialFault;
  /** The member at fault, which the message should name. */
  readonly member?: string;
}

/** Builds the request of a negative case: a valid one with its changes, and nothing else. */
export function badRequest(scene: Scene, refusal: Refusal): BadRequest {
  const { state, slot } = scene;
  const valid = validRequest(state.settings, slot, refusal.identity ?? state.identity);
  const { other } = state.settings.credentials;
  const bad = applyChanges(valid, refusal.changes, other);
  rememberSecrets(scene, refusal, bad);
  const [only, ...more] = refusal.changes;
  const credential = credentialFaultOf(refusal.changes);
  return {
    valid,
    bad,
    differsIn: refusal.changes.map(({ at }) => at),
    breaksSchema: breaksSchema(refusal),
    requirements: refusal.requirements,
    experiment: {
      en: refusal.changes.map(({ title }) => title.en).join(', '),
      zh: refusal.changes.map(({ title }) => title.zh).join('、'),
    },
    about: refusal.about,
    ...(credential === undefined ? {} : { credential }),
    ...(only !== undefined && more.length === 0 && namesMember(refusal, only)
      ? { member: only.at }
      : {}),
  };
}

/** What is absent, null or of a wrong type the schema excludes; an empty or wrong text it allows. */
function breaksSchema({ changes, requirements }: Refusal): boolean {
  return (
    changes.some(({ to, fault }) => to === 'absent' || fault === 'null') ||
    requirements.some((requirement) => /\.(type|values)$/.test(requirement))
  );
}

/** True where the message of the refusal should name the member at fault. */
function namesMember({ about }: Refusal, { noSuch }: Change): boolean {
  return about === 'request' && noSuch !== true;
}

/** A value made from a secret is a secret too, shown by its name. */
function rememberSecrets(scene: Scene, refusal: Refusal, bad: JsonObject): void {
  for (const { at, fault, secret } of refusal.changes) {
    const value = bad[at];
    if (secret === true && typeof value === 'string') {
      scene.state.redactor.add({ name: `${at}: ${fault}`, value });
    }
  }
}
