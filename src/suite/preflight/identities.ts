import type { Identity } from '../../target/identity.js';
import type { State } from '../state.js';

/** The identities that are configured, the one in use first. */
export function identitiesOf({ settings, identity }: State): Identity[] {
  const { username, token } = settings.credentials;
  const configured: Identity[] = [];
  if (username !== undefined) configured.push('bk_username');
  if (token !== undefined) configured.push('bk_token');
  return configured.sort((a, b) => Number(b === identity) - Number(a === identity));
}
