import type { Binding, Credential } from '../../../../src/binding/binding.js';
import { writeJson } from '../../../../src/json/write-json.js';

/** The header that says who asks. */
export const WHO = 'x-who';

/** In the header, by the names of the documents: what each is called there. */
export const NAMES = {
  bk_app_code: 'app',
  bk_app_secret: 'key',
  bk_token: 'login',
  bk_username: 'name',
} as const;

/** The same credentials, from the same variables. */
export const credentials: readonly Credential[] = [
  { name: 'bk_app_code', role: 'app', variable: 'BK_APP_CODE' },
  { name: 'bk_app_secret', role: 'secret', variable: 'BK_APP_SECRET' },
  { name: 'bk_token', role: 'token', variable: 'BK_TOKEN', cookie: 'session' },
  { name: 'bk_username', role: 'user', variable: 'BK_USERNAME' },
];

/** What carries a secret. */
export const secretMembers: Binding['secretMembers'] = ['key', 'login'];

/** They travel in one header as JSON; the body has the rest. */
export const send: Binding['send'] = (request) => {
  const names = new Map<string, string>(Object.entries(NAMES));
  const entries = Object.entries(request);
  const who = entries.flatMap(([name, value]) => {
    const called = names.get(name);
    return called === undefined ? [] : [[called, value] as const];
  });
  return {
    headers: { [WHO]: writeJson(Object.fromEntries(who)) },
    body: Object.fromEntries(entries.filter(([name]) => !names.has(name))),
  };
};
