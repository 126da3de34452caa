import { registeredAs } from '../app-lookup.js';
import type { Call } from '../call.js';
import type { Given } from '../credentials.js';
import { isFalsy, isMembers } from '../json.js';
import type { Refusal } from '../refusal.js';
import type { Esb } from './esb.js';
import { crashed, denied, notPassedOn } from './esb-refusals.js';
import { str } from './python.js';

/** Checks the app as a generation does: first that both are given, then who they are. */
export function checkApp(given: Given, call: Call, esb: Esb): Refusal | undefined {
  const { bk_app_code: code, bk_app_secret: secret } = given;
  const query = new URLSearchParams(call.received.query);
  if (query.has('bk_signature') && !query.has('bk_nonce')) {
    return denied('Parameter bk_nonce does not exist');
  }
  if (isFalsy(secret)) {
    return denied(
      'Signature [bk_signature] and APP Secret [bk_app_secret] cannot be empty at the same time',
    );
  }
  if (isFalsy(code)) return denied('APP Code [bk_app_code] cannot be empty');
  return esb.apps === 'tables' ? inTables(given, call, esb) : ofBkauth(given, call, esb);
}

function inTables(given: Given, { site }: Call, { python }: Esb): Refusal | undefined {
  const { bk_app_code: code, bk_app_secret: secret } = given;
  if (isMembers(code) || (Array.isArray(code) && python === 3)) return crashed();
  const text = str(code, python);
  const app = registeredAs(isOneText(code) ? code[0] : text, site.registry)?.[1];
  if (app === undefined) {
    return denied(
      `Invalid APP Code [bk_app_code=${text}], please confirm if the APP Code has been registered`,
    );
  }
  return secret === app.secret
    ? undefined
    : denied(
        `APP Secret verification failed, pelase confirm if the APP Secret and APP Code [bk_app_code=${text}] match`,
      );
}

/** What bkauth can make nothing of, the ESB takes for a failure of bkauth. */
function ofBkauth(given: Given, call: Call, { python }: Esb): Refusal | undefined {
  const { bk_app_code: code, bk_app_secret: secret } = given;
  const text = str(code, python).trim();
  const odd = [code, secret].some((one) => isStructure(one) || str(one, python).trim() === '');
  if (odd || text.includes('/')) {
    return denied(
      'request bkauth api error, please try again later or contact component developer to handle',
    );
  }
  if (text.length > 32) return denied('bkauth: bad request:AppCode cannot be longer than 32');
  const app = registeredAs(text, call.site.registry)?.[1];
  if (app === undefined) return denied(`bkauth: not found:App(${text}) not exists`);
  if (str(secret, python).trim() !== app.secret) {
    return denied('bk_app_code or bk_app_secret invalid');
  }
  return typeof code === 'string' && /^\s/.test(code)
    ? notPassedOn(
        call.component,
        'Invalid return character or leading space in header: Bk-App-Code',
      )
    : undefined;
}

/** To the database a list of one text is that text. */
function isOneText(value: unknown): value is readonly [string] {
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string';
}

function isStructure(value: unknown): boolean {
  return Array.isArray(value) || isMembers(value);
}
