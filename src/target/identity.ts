import type { JsonObject } from '../json/json-value.js';
import type { Credentials } from '../config/settings.js';

/** How a request says who asks: by user name, by login state, by both or (wrongly) by neither. */
export type Identity = 'bk_username' | 'bk_token' | 'both' | 'neither';

/** The identity that is used where none is asked for: a user name where one is configured. */
export function usualIdentity(credentials: Credentials): Identity {
  return credentials.username === undefined ? 'bk_token' : 'bk_username';
}

/** The common arguments of a request, in the order of the document's sample. */
export function commonArguments(credentials: Credentials, identity: Identity): JsonObject {
  const named = identity === 'bk_username' || identity === 'both';
  const loggedIn = identity === 'bk_token' || identity === 'both';
  return {
    bk_app_code: credentials.appCode,
    bk_app_secret: credentials.appSecret,
    ...(named && credentials.username !== undefined ? { bk_username: credentials.username } : {}),
    ...(loggedIn && credentials.token !== undefined ? { bk_token: credentials.token } : {}),
  };
}
