import type { Call } from '../call.js';
import { member } from '../json.js';

/** Who calls: the user of the login state, or the one that is named. */
export function userOf({ members, site }: Call): string {
  const token = member(members, 'bk_token');
  const user = typeof token === 'string' ? site.registry.tokens.get(token.trim()) : undefined;
  const named = member(members, 'bk_username');
  return user ?? (typeof named === 'string' ? named : '');
}
