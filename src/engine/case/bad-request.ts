import type { Binding, Identity } from '../../binding/binding.js';
import { applyChanges, changedMembers } from '../../cases/apply-changes.js';
import type { Refusal } from '../../cases/case.js';
import { isMadeFromSecret, isNoSuch, isWrongValue } from '../../cases/faults.js';
import type { CredentialFault } from '../../judge/credential-refusals.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Scene } from '../run.js';
import { validRequest } from './valid-request.js';

/** A request that has to be refused, ready to be sent. */
export interface BadRequest {
  readonly trial: string;
  readonly valid: JsonObject;
  /** The identity that both carry; the usual one when not said. */
  readonly identity?: Identity;
  readonly bad: JsonObject;
  /** The members in which the bad request differs from the valid one. */
  readonly differsIn: readonly string[];
  /** True where the difference is one that the request schema excludes. */
  readonly breaksSchema: boolean;
  readonly requirements: readonly string[];
  readonly about: Refusal['about'];
  /** The credential at fault; undefined where the rest is wrong too, as the server chooses then. */
  readonly credential?: CredentialFault;
  /** The member at fault, which the message should name. */
  readonly member?: string;
}

/** Builds the request of a negative case: a valid one with its changes, and nothing else. */
export function badRequest(scene: Scene, refusal: Refusal): BadRequest {
  const { tools } = scene.run;
  const { other } = tools.settings.credentials;
  const valid = validRequest(scene.run, scene.slot, refusal.identity);
  const bad = applyChanges(valid, refusal.changes, tools.binding, {
    otherSecret: other?.appSecret,
    otherCode: other?.appCode,
  });
  rememberSecrets(scene, refusal, bad);
  const { trial, requirements, about, changes, identity } = refusal;
  const credential = credentialFaultOf(changes, tools.binding);
  const [only, ...more] = changes;
  const isNamed =
    about === 'request' && only !== undefined && more.length === 0 && !isNoSuch(only.fault);
  return {
    trial,
    valid,
    bad,
    differsIn: changes.flatMap((change) => changedMembers(change, tools.binding)),
    breaksSchema: breaksSchema(refusal),
    requirements,
    about,
    ...(identity === undefined ? {} : { identity }),
    ...(credential === undefined ? {} : { credential }),
    ...(isNamed ? { member: only.at } : {}),
  };
}

/** What is absent, null or of a wrong type the schema excludes; an empty or wrong text it allows. */
function breaksSchema({ changes, requirements }: Refusal): boolean {
  return (
    changes.some(({ fault }) => fault === 'absent' || fault === 'null') ||
    requirements.some((requirement) => /\.(type|values)$/.test(requirement))
  );
}

/** The one credential that changes of a request put at fault; undefined where they do more. */
export function credentialFaultOf(
  changes: Refusal['changes'],
  binding: Binding,
): CredentialFault | undefined {
  const roles = changes
    .flatMap((change) => changedMembers(change, binding))
    .map((at) => binding.credentials.find(({ name }) => name === at)?.role)
    .map((role) => (role === 'user' || role === 'token' ? 'identity' : role));
  const [role, ...more] = new Set(roles);
  if (role === undefined || more.length > 0) return undefined;
  return { role, wrongValue: changes.some(({ fault }) => isWrongValue(fault)) };
}

/** A value made from a secret is a secret too, shown by its name. */
function rememberSecrets({ run }: Scene, { changes }: Refusal, bad: JsonObject): void {
  const { binding, redactor } = run.tools;
  for (const { at, fault } of changes) {
    const value = bad[at];
    const role = binding.credentials.find(({ name }) => name === at)?.role;
    const isSecret = role === 'secret' || role === 'token';
    if (isSecret && isMadeFromSecret(fault) && typeof value === 'string') {
      redactor.add({ name: `${at}: ${fault}`, value });
    }
  }
}
