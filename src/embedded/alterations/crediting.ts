import type { Call } from '../call.js';
import { member } from '../json.js';
import type { Members } from '../json.js';
import type { Alteration } from './alteration.js';
import { reading } from './reading.js';

/** The two credentials that are secrets. */
export type SecretMember = 'bk_app_secret' | 'bk_token';

/** The right value of a secret for a call: of its app, or the valid login state. */
export function rightSecret(name: SecretMember, members: Members, { site }: Call): string {
  if (name === 'bk_token') return [...site.registry.tokens.keys()][0] ?? '';
  const code = member(members, 'bk_app_code');
  const app = typeof code === 'string' ? site.registry.apps.get(code) : undefined;
  return app?.secret ?? usualApp(site).secret;
}

/** Code and secret of the app that the settings carry. */
export function usualApp({ registry }: Call['site']): { code: string; secret: string } {
  const [code, app] = [...registry.apps][0] ?? ['', { secret: '' }];
  return { code, secret: app.secret };
}

/** Takes a value of a credential for the right one where a test holds. */
export function taking(
  name: SecretMember | 'bk_app_code' | 'bk_username',
  test: (value: unknown, right: string, call: Call) => boolean,
): Alteration {
  return reading((members, call) => {
    const right = rightValue(name, members, call);
    return test(member(members, name), right, call) ? { ...members, [name]: right } : members;
  });
}

function rightValue(
  name: SecretMember | 'bk_app_code' | 'bk_username',
  members: Members,
  call: Call,
): string {
  if (name === 'bk_app_code') return usualApp(call.site).code;
  return name === 'bk_username' ? 'admin' : rightSecret(name, members, call);
}
