import type { Call } from '../call.js';
import type { Given } from '../credentials.js';
import { isFalsy, isMembers, member } from '../json.js';
import type { Refusal } from '../refusal.js';
import type { Esb } from './esb.js';
import { crashed, denied, notPassedOn } from './esb-refusals.js';
import { str, typeName } from './python.js';

/** Checks the user as a generation does: a login state decides alone, else the exempt app's word. */
export function checkUser(given: Given, call: Call, esb: Esb): Refusal | undefined {
  const { bk_token: token, bk_username: username, bk_app_code: code } = given;
  if (!isFalsy(member(call.members, 'bk_access_token'))) {
    return denied('The specified user TOKEN [bk_access_token] does not exist');
  }
  if (!isFalsy(token)) return checkToken(token, call, esb);
  // Which app is exempt is looked up by the code as it was sent.
  const app = typeof code === 'string' ? call.site.registry.apps.get(code) : undefined;
  if (isFalsy(username) || app?.exempt !== true) {
    return denied(
      'User authentication failed, please provide a valid user identity, such as bk_token, bk_username',
    );
  }
  const cause = notInHeader(username, esb);
  return cause === undefined ? undefined : notPassedOn(call.component, cause);
}

function checkToken(token: unknown, { site }: Call, esb: Esb): Refusal | undefined {
  const bad = denied('User authentication failed, please check if the bk_token is valid');
  if (Array.isArray(token) || isMembers(token)) return esb.python === 2 ? bad : crashed();
  const text = str(token, esb.python);
  const cut = esb.cutsToken(text);
  if (cut === '' && esb.python === 3) {
    return denied('login token [bk_token] This field is required.');
  }
  return site.registry.tokens.has(cut) ? undefined : bad;
}

/** Why a user name can't be sent to CMDB in a header, in the words of Python and its libraries. */
function notInHeader(name: unknown, { userHeader, python }: Esb): string | undefined {
  if (typeof name !== 'string') {
    return `Value for header {${userHeader}: ${str(name, python)}} must be of type str or bytes, not ${typeName(name, python)}`;
  }
  if (/^\s|[\r\n]/.test(name)) {
    return `Invalid return character or leading space in header: ${userHeader}`;
  }
  return outsideLatin1(name, python);
}

function outsideLatin1(name: string, python: 2 | 3): string | undefined {
  const run = /[^\0-\xff]+/.exec(name);
  if (run === null) return undefined;
  if (python === 2) return '';
  const last = run.index + run[0].length - 1;
  return `'latin-1' codec can't encode characters in position ${run.index}-${last}: ordinal not in range(256)`;
}
