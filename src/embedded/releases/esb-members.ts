import { isFalsy, member } from '../json.js';
import type { Members } from '../json.js';

/** The credentials by the names that the ESB has had since, and had before. */
const CREDENTIALS = [
  ['bk_app_code', 'app_code'],
  ['bk_app_secret', 'app_secret'],
  ['bk_username', 'username'],
  ['bk_token', 'bk_token'],
  ['bk_access_token', 'bk_access_token'],
] as const;

const OWN: ReadonlySet<string> = new Set([
  ...CREDENTIALS.flat(),
  'bk_signature',
  'signature',
  'bk_nonce',
  'bk_timestamp',
  'bk_supplier_account',
]);

/** The parameters with the credentials by their newer names; of two the newer counts, if it says anything. */
export function withNewerNames(members: Members): Members {
  const read = CREDENTIALS.flatMap(([newer, older]) => {
    const value = member(members, newer);
    const chosen = isFalsy(value) ? (member(members, older) ?? value) : value;
    return chosen === undefined ? [] : [[newer, chosen] as const];
  });
  return { ...members, ...Object.fromEntries(read) };
}

/** The parameters with other credentials in place of all their own. */
export function withCredentials(members: Members, credentials: Members): Members {
  const names: ReadonlySet<string> = new Set(CREDENTIALS.flat());
  const others = Object.entries(members).filter(([name]) => !names.has(name));
  const given = Object.entries(credentials).filter(([name]) => names.has(name));
  return Object.fromEntries([...others, ...given]);
}

/** What the ESB passes on: all that is not for itself. */
export function passedOn(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !OWN.has(name)));
}
