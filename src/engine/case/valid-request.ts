import { identityCredentials } from '../../binding/binding.js';
import type { Binding, Credential, Identity } from '../../binding/binding.js';
import type { Credentials } from '../../config/settings.js';
import type { Slot } from '../../effects/slot.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Run } from '../run.js';

const ORDER: readonly Credential['role'][] = ['app', 'secret', 'user', 'token'];

/** A request that the document allows, in the order of its sample. */
export function validRequest(
  { tools, subject, knowledge }: Run,
  slot: Slot,
  identity: Identity = knowledge.identity,
): JsonObject {
  const { settings, binding } = tools;
  return {
    ...credentialMembers(binding, settings.credentials, identity),
    ...subject.effect.request(slot),
  };
}

/** The credentials of a request, by the names of the documents. */
export function credentialMembers(
  binding: Binding,
  credentials: Credentials,
  identity: Identity,
): JsonObject {
  const users = identityCredentials(binding, identity);
  const values = {
    app: credentials.appCode,
    secret: credentials.appSecret,
    user: credentials.username,
    token: credentials.token,
  };
  const members: Record<string, string> = {};
  for (const role of ORDER) {
    const value = values[role];
    if (value === undefined) continue;
    for (const one of binding.credentials) {
      if (one.role !== role) continue;
      if (role === 'app' || role === 'secret' || users.includes(one)) members[one.name] = value;
    }
  }
  return members;
}

/** The identities that are configured, the one in use first. */
export function identitiesOf({ tools, knowledge }: Run): Identity[] {
  const { username, token } = tools.settings.credentials;
  const configured: Identity[] = [];
  if (username !== undefined) configured.push('user');
  if (token !== undefined) configured.push('token');
  return configured.sort(
    (a, b) => Number(b === knowledge.identity) - Number(a === knowledge.identity),
  );
}
