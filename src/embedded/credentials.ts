import { isFalsy, isMembers, member } from './json.js';
import type { Members } from './json.js';
import { ESB, refuse } from './refusal.js';
import type { Refusal } from './refusal.js';
import type { Registry } from './seed.js';

/** The common arguments as they were sent. */
export interface Given {
  readonly bk_app_code: unknown;
  readonly bk_app_secret: unknown;
  readonly bk_token: unknown;
  readonly bk_username: unknown;
}

/**
 * Reads the common arguments of the document. The ESB knows more ways to say who asks (a header,
 * `bk_access_token`, a signature, names without `bk_`); the document does not, so neither does this
 * server.
 */
export function givenIn(members: Members): Given {
  return {
    bk_app_code: member(members, 'bk_app_code'),
    bk_app_secret: member(members, 'bk_app_secret'),
    bk_token: member(members, 'bk_token'),
    bk_username: member(members, 'bk_username'),
  };
}

const denied = (message: string, code: number = ESB.common): Refusal =>
  refuse('credentials', code, message);

const COMPONENT_ERROR = 'Component error, please contact the component developer to handle it.';

/**
 * Checks app code and secret, in the order, with the codes and in the words of the ESB of PaaS 2.14
 * (the misspelt "pelase" included). Only strings can be right: the document says `string`.
 */
export function verifyApp(given: Given, registry: Registry): Refusal | undefined {
  const { bk_app_code: code, bk_app_secret: secret } = given;
  if (isFalsy(secret)) {
    return denied(
      'Signature [bk_signature] and APP Secret [bk_app_secret] cannot be empty at the same time',
    );
  }
  if (isFalsy(code)) return denied('APP Code [bk_app_code] cannot be empty');
  if (Array.isArray(code) || isMembers(code)) return denied(COMPONENT_ERROR);
  const app = typeof code === 'string' ? registry.apps.get(code) : undefined;
  if (app === undefined) {
    return denied(
      `Invalid APP Code [bk_app_code=${String(code)}], please confirm if the APP Code has been registered`,
    );
  }
  if (secret !== app.secret) {
    return denied(
      `APP Secret verification failed, pelase confirm if the APP Secret and APP Code [bk_app_code=${String(code)}] match`,
    );
  }
  return undefined;
}

/**
 * Checks the user, after the app: a login state that is not empty decides alone; without one, an app
 * on the exemption list may name any user.
 */
export function verifyUser(given: Given, registry: Registry): Refusal | undefined {
  const { bk_token: token, bk_username: username } = given;
  if (!isFalsy(token)) {
    if (Array.isArray(token) || isMembers(token)) return denied(COMPONENT_ERROR);
    if (typeof token !== 'string' || !registry.tokens.has(token)) {
      return typeof token === 'string' && token.trim() === ''
        ? denied('login token [bk_token] This field is required.')
        : denied('User authentication failed, please check if the bk_token is valid');
    }
    return undefined;
  }
  const app = typeof given.bk_app_code === 'string' && registry.apps.get(given.bk_app_code);
  if (isFalsy(username) || !app || !app.exempt) {
    return denied(
      'User authentication failed, please provide a valid user identity, such as bk_token, bk_username',
    );
  }
  if (typeof username !== 'string') {
    // The ESB passes the name on in a header, where its HTTP library refuses anything but text.
    return denied(
      'Component request third-party system [CC] interface [add_instance_association] error: Header part from Bk-Username must be of type str or bytes, please try again later or contact component developer to handle this',
      ESB.thirdParty,
    );
  }
  return undefined;
}
