import { rightSecret, taking, usualApp } from '../alterations/crediting.js';
import type { SecretMember } from '../alterations/crediting.js';
import type { Alteration } from '../alterations/alteration.js';
import { storeUnchecked, wantedIn } from '../alterations/storing.js';
import { isAdd } from '../alterations/where.js';
import type { Given } from '../credentials.js';
import { isFalsy, member } from '../json.js';
import type { Call } from '../call.js';
import { isRefusal } from '../refusal.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

/** Ways to take a near miss of a secret for the secret. */
const NEAR: readonly (readonly [
  slug: string,
  words: string,
  test: (value: string, right: string) => boolean,
])[] = [
  ['unchecked', 'Accepts any text', () => true],
  ['other-case', 'Ignores letter case', (a, b) => a.toLowerCase() === b.toLowerCase()],
  [
    'prefix',
    'Accepts a beginning (of 4 letters or more)',
    (a, b) => a.length > 3 && b.startsWith(a),
  ],
  ['longer', 'Accepts anything that begins rightly', (a, b) => a.startsWith(b)],
  ['leading-space', 'Ignores leading spaces', (a, b) => a.trimStart() === b],
  ['trailing-space', 'Ignores trailing spaces', (a, b) => a.trimEnd() === b],
];

const NTHS = [
  [2, 'second'],
  [5, 'fifth'],
  [8, 'eighth'],
] as const;

const SECRETS: readonly (readonly [SecretMember, string, string])[] = [
  ['bk_app_secret', 'bk-app-secret', SAYS.appSecret],
  ['bk_token', 'bk-token', SAYS.token],
];

/** Takes a wrong secret for the right one; how often, a counter of such tries decides. */
function sometimes(name: SecretMember, passes: (count: number) => boolean): Alteration {
  return (sound) => {
    let count = 0;
    return taking(name, (value, right, call) => {
      if (!isAdd(call) || typeof value !== 'string' || value === '' || value === right)
        return false;
      count += 1;
      return passes(count);
    })(sound);
  };
}

/** Refuses in words, and creates all the same. */
function createdAnyway(
  step: 'verifyApp' | 'verifyUser',
  about: (given: Given) => boolean,
): Alteration {
  return (sound) => ({
    [step]: (given: Given, call: Call) => {
      const refusal = sound[step](given, call);
      if (refusal !== undefined && isAdd(call) && about(given)) {
        storeUnchecked(wantedIn(call), call);
      }
      return refusal;
    },
  });
}

/** Credentials that are not checked, half checked or checked only sometimes. */
export const VERIFICATION: readonly Defect[] = [
  ...SECRETS.flatMap(([name, slug, breaks]) => [
    ...NEAR.map(([id, words, test]) =>
      verified(
        name,
        `${slug}-${id}`,
        `${words} as ${name}.`,
        breaks,
        taking(
          name,
          (value, right) => typeof value === 'string' && value.trim() !== '' && test(value, right),
        ),
      ),
    ),
    ...NTHS.map(([n, nth]) =>
      verified(
        name,
        `${slug}-every-${nth}-unchecked`,
        `Accepts every ${nth} wrong ${name}.`,
        breaks,
        sometimes(name, (count) => count % n === 0),
      ),
    ),
  ]),
  verified(
    'bk_app_secret',
    'bk-app-secret-unchecked-from-the-13th-on',
    'Refuses twelve wrong secrets, and accepts each later one.',
    SAYS.appSecret,
    sometimes('bk_app_secret', (count) => count > 12),
  ),
  verified(
    'bk_app_secret',
    'bk-app-secret-of-another-app',
    'Accepts the secret of any app.',
    SAYS.appSecret,
    taking('bk_app_secret', (value, _, { site }) =>
      [...site.registry.apps.values()].some(({ secret }) => secret === value),
    ),
  ),
  verified(
    'bk_app_secret',
    'bk-app-secret-refused-but-created',
    'Refuses a wrong secret in words, but creates an association.',
    SAYS.appSecret,
    createdAnyway('verifyApp', ({ bk_app_secret: secret }) => !isFalsy(secret)),
  ),
  verified(
    'bk_app_secret',
    'bk-app-secret-unchecked-with-faulty-parameters',
    'Checks no secret where metadata is missing, and creates an association then.',
    SAYS.appSecret,
    (sound) => ({
      decode: (call) => {
        const members = sound.decode(call);
        if (!isAdd(call) || isRefusal(members) || Object.hasOwn(members, 'metadata'))
          return members;
        const secret = rightSecret('bk_app_secret', members, call);
        if (isFalsy(member(members, 'bk_app_secret')) || members['bk_app_secret'] === secret) {
          return members;
        }
        const metadata = { label: { bk_biz_id: '2' } };
        return { ...members, bk_app_secret: secret, metadata };
      },
    }),
  ),
  verified(
    'bk_token',
    'bk-token-refused-but-created',
    'Refuses a bad login state in words, but creates an association.',
    SAYS.token,
    createdAnyway('verifyUser', ({ bk_token: token }) => !isFalsy(token)),
  ),
  verified(
    'bk_token',
    'bk-token-any-of-that-length',
    'Accepts any login state that is as long as the valid one.',
    SAYS.token,
    taking(
      'bk_token',
      (value, right) => typeof value === 'string' && value.length === right.length,
    ),
  ),
  {
    id: 'bk-app-code-unknown-accepted',
    does: 'Accepts any app code beside the right secret.',
    breaks: SAYS.appCode,
    requirement: 'auth.bk_app_code.verified',
    alter: taking(
      'bk_app_code',
      (value, _, { site }) =>
        typeof value === 'string' && value !== '' && !site.registry.apps.has(value),
    ),
  },
  {
    id: 'bk-app-code-unknown-with-any-secret',
    does: 'Checks the secret of registered apps only; an unknown app passes.',
    breaks: SAYS.appCode,
    requirement: 'auth.bk_app_code.verified',
    alter: (sound) => ({
      decode: (call) => {
        const members = sound.decode(call);
        if (!isAdd(call) || isRefusal(members)) return members;
        const code = member(members, 'bk_app_code');
        const known = typeof code !== 'string' || code === '' || call.site.registry.apps.has(code);
        const { code: usual, secret } = usualApp(call.site);
        return known ? members : { ...members, bk_app_code: usual, bk_app_secret: secret };
      },
    }),
  },
  {
    id: 'bk-app-code-missing-refused-but-created',
    does: 'Refuses a request without app code in words, but creates an association.',
    breaks: SAYS.appCode,
    requirement: 'auth.bk_app_code.required',
    alter: createdAnyway(
      'verifyApp',
      (given) => isFalsy(given.bk_app_code) && !isFalsy(given.bk_app_secret),
    ),
  },
  {
    id: 'bk-app-secret-missing-refused-but-created',
    does: 'Refuses a request without secret in words, but creates an association.',
    breaks: SAYS.appSecret,
    requirement: 'auth.bk_app_secret.required',
    alter: createdAnyway('verifyApp', (given) => isFalsy(given.bk_app_secret)),
  },
  {
    id: 'identity-missing-refused-but-created',
    does: 'Refuses a request without an identity in words, but creates an association.',
    breaks: SAYS.identity,
    requirement: 'auth.identity.required',
    alter: createdAnyway(
      'verifyUser',
      (given) => isFalsy(given.bk_token) && isFalsy(given.bk_username),
    ),
  },
];

function verified(
  name: SecretMember,
  id: string,
  does: string,
  breaks: string,
  alter: Alteration,
): Defect {
  return { id, does, breaks, requirement: `auth.${name}.verified`, alter };
}
