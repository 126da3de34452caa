import type { CommonArguments } from '../../../schemas/esb/types.js';
import type { Binding, Credential } from '../binding.js';
import type { MemberOf } from '../member-of.js';

/** Each is a text. */
type Name = MemberOf<CommonArguments, string>;

/** The common arguments (通用参数) of every document, in their order. */
export const credentials: readonly Credential[] = [
  { name: 'bk_app_code', role: 'app', variable: 'BK_APP_CODE' },
  { name: 'bk_app_secret', role: 'secret', variable: 'BK_APP_SECRET' },
  { name: 'bk_token', role: 'token', variable: 'BK_TOKEN', cookie: 'bk_token' },
  { name: 'bk_username', role: 'user', variable: 'BK_USERNAME' },
] satisfies readonly (Credential & { readonly name: Name })[];

/** Those of the document, and the names that the ESB has for them besides. */
export const secretMembers: Binding['secretMembers'] = [
  'bk_app_secret',
  'app_secret',
  'bk_token',
  'access_token',
  'bk_access_token',
];

/** They travel in the body, beside the other members. */
export const send: Binding['send'] = (request) => ({ headers: {}, body: request });
