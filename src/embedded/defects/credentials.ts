import { rightSecret, taking, usualApp } from '../alterations/crediting.js';
import type { Alteration } from '../alterations/alteration.js';
import { reading } from '../alterations/reading.js';
import { LosslessNumber } from 'lossless-json';
import { isFalsy, isMembers, member } from '../json.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

const BREAKS = {
  bk_app_code: SAYS.appCode,
  bk_app_secret: SAYS.appSecret,
  bk_token: SAYS.token,
  bk_username: SAYS.username,
} as const;

type Credential = keyof typeof BREAKS;
type Lack = readonly [slug: string, words: string, test: (value: unknown) => boolean];

const LACKS: readonly Lack[] = [
  ['absent', 'absent', (value) => value === undefined],
  ['null', 'null', (value) => value === null],
  ['empty', 'empty', (value) => value === ''],
];

const TYPES: readonly Lack[] = [
  ['number', 'a number', (value) => typeof value === 'bigint' || value instanceof LosslessNumber],
  ['boolean', 'a boolean', (value) => typeof value === 'boolean'],
  ['array', 'an array', Array.isArray],
  ['object', 'an object', isMembers],
];

const slugOf = (name: Credential): string => name.replaceAll('_', '-');

/** Credentials that are not needed, of any type, or not enough. */
export const CREDENTIALS: readonly Defect[] = [
  ...(['bk_app_code', 'bk_app_secret'] as const).flatMap((name) =>
    LACKS.map(([slug, words, test]) =>
      defect(name, 'required', `${slug}-accepted`, `Accepts ${name} ${words}.`, taking(name, test)),
    ),
  ),
  ...(['bk_app_code', 'bk_app_secret', 'bk_token', 'bk_username'] as const).flatMap((name) =>
    TYPES.map(([slug, words, test]) =>
      defect(name, 'type', `from-${slug}`, `Accepts ${words} as ${name}.`, taking(name, test)),
    ),
  ),
  defect(
    'bk_app_code',
    'verified',
    'prefix',
    'Accepts a beginning (of 4 letters or more) as bk_app_code.',
    taking(
      'bk_app_code',
      (value, right) => typeof value === 'string' && value.length > 3 && right.startsWith(value),
    ),
  ),
  defect(
    'bk_app_code',
    'verified',
    'by-its-ends',
    'Compares length, first and last character of bk_app_code.',
    taking(
      'bk_app_code',
      (value, right) =>
        typeof value === 'string' &&
        value.length === right.length &&
        value.at(0) === right.at(0) &&
        value.at(-1) === right.at(-1),
    ),
  ),
  defect(
    'bk_app_code',
    'verified',
    'end',
    'Accepts an end (of 4 letters or more) as bk_app_code.',
    taking(
      'bk_app_code',
      (value, right) => typeof value === 'string' && value.length > 3 && right.endsWith(value),
    ),
  ),
  defect(
    'bk_app_secret',
    'verified',
    'of-any-app',
    'Accepts the secret of any registered app for any other.',
    reading((members, { site }) => {
      const code = member(members, 'bk_app_code');
      const isKnown = typeof code === 'string' && site.registry.apps.has(code);
      const usual = usualApp(site);
      const isUsual = member(members, 'bk_app_secret') === usual.secret;
      return isKnown && isUsual ? { ...members, bk_app_code: usual.code } : members;
    }),
  ),
  identity('absent', 'Needs neither bk_token nor bk_username.', (value) => value === undefined),
  identity('null', 'Takes null for a user.', (value) => value === null),
  identity('empty', 'Takes an empty text for a user.', (value) => value === ''),
  defect(
    'bk_token',
    'accepted',
    'needs-username',
    'Asks for a user name though the login state is valid.',
    reading((members, call) =>
      isFalsy(member(members, 'bk_username')) &&
      member(members, 'bk_token') === rightSecret('bk_token', members, call)
        ? { ...members, bk_token: '' }
        : members,
    ),
  ),
  defect(
    'bk_username',
    'accepted',
    'refused-every-fifth-time',
    'Refuses every fifth request without a login, though the app is exempt.',
    (sound) => {
      let count = 0;
      return reading((members) => {
        if (!isFalsy(member(members, 'bk_token')) || isFalsy(member(members, 'bk_username'))) {
          return members;
        }
        count += 1;
        return count % 5 === 0 ? { ...members, bk_username: '' } : members;
      })(sound);
    },
  ),
  {
    id: 'sample-refused',
    does: 'Refuses a request that carries bk_token and bk_username, as the sample does.',
    breaks: SAYS.sample,
    requirement: 'request.sample',
    alter: reading((members) =>
      isFalsy(member(members, 'bk_token')) || isFalsy(member(members, 'bk_username'))
        ? members
        : { ...members, bk_token: 'x' },
    ),
  },
];

function defect(
  name: Credential,
  rule: string,
  id: string,
  does: string,
  alter: Alteration,
): Defect {
  return {
    id: `${slugOf(name)}-${id}`,
    does,
    breaks: BREAKS[name],
    requirement: `auth.${name}.${rule}`,
    alter,
  };
}

/** Lets a request pass without any identity. */
function identity(slug: string, does: string, test: (value: unknown) => boolean): Defect {
  return {
    id: `identity-${slug}-accepted`,
    does,
    breaks: SAYS.identity,
    requirement: 'auth.identity.required',
    alter: reading((members) =>
      test(member(members, 'bk_username')) && isFalsy(member(members, 'bk_token'))
        ? { ...members, bk_username: 'admin' }
        : members,
    ),
  };
}
