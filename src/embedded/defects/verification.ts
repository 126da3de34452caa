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

/** Credentials that are not checked in some circumstances, or refused in words only. */
export const VERIFICATION: readonly Defect[] = [
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
