import { reading } from '../alterations/reading.js';
import { isFalsy, member } from '../json.js';
import { NOT_EXEMPT_APP } from '../seed.js';
import type { Alteration } from '../alterations/alteration.js';
import type { Expected, Variant } from './variant.js';

/** A login state that ran out: of the right form, and known to nobody. */
const RAN_OUT = { BK_TOKEN: 'u7QmZr4LhT0cXw9aNf2YbKp6VsEj1DgOi8RtU5xMlHc' } as const;

/** An app that may not name a user without a login. */
const NOT_EXEMPT = {
  BK_APP_CODE: NOT_EXEMPT_APP.code,
  BK_APP_SECRET: NOT_EXEMPT_APP.secret,
} as const;

/** One identity is in doubt; what the other shows is judged all the same. */
const inDoubt = (variable: string): Expected => ({
  exit: 3,
  cause: 'identity-refused',
  names: [variable],
});

/** No identity is accepted: nothing can be judged. */
const REFUSED = { exit: 4, cause: 'identities-refused' } as const;

const unchanged: Alteration = () => ({});

/** Identities that are refused, for reasons that are none of the server's. */
export const IDENTITIES: readonly Variant[] = [
  {
    id: 'token-ran-out',
    does: 'BK_TOKEN ran out over night, BK_USERNAME is right.',
    alter: unchanged,
    settings: RAN_OUT,
    expects: inDoubt('BK_TOKEN'),
  },
  {
    id: 'bk-token-valid-refused',
    does: 'Refuses the login state as it refuses one that no login gave.',
    alter: reading((members) =>
      isFalsy(member(members, 'bk_token')) ? members : { ...members, bk_token: 'x' },
    ),
    expects: inDoubt('BK_TOKEN'),
  },
  {
    id: 'token-runs-out-meanwhile',
    does: 'The login state of BK_TOKEN runs out in the middle of a run.',
    alter: tokenGoodFor(10),
    expects: inDoubt('BK_TOKEN'),
  },
  {
    id: 'only-token-runs-out-meanwhile',
    does: 'No user is named, and the login state runs out in the middle of a run.',
    alter: tokenGoodFor(300),
    settings: { BK_USERNAME: '' },
    expects: { ...REFUSED, names: ['BK_TOKEN'] },
  },
  {
    id: 'user-not-exempt',
    does: 'The app may not name a user without a login; BK_TOKEN is right.',
    alter: unchanged,
    settings: NOT_EXEMPT,
    expects: inDoubt('BK_USERNAME'),
  },
  {
    id: 'bk-username-valid-refused',
    does: 'Refuses a user name without a login as it refuses none at all.',
    alter: reading((members) => ({ ...members, bk_username: '' })),
    expects: inDoubt('BK_USERNAME'),
  },
  {
    id: 'both-identities-refused',
    does: 'BK_TOKEN ran out, and the app may not name a user without a login.',
    alter: unchanged,
    settings: { ...NOT_EXEMPT, ...RAN_OUT },
    expects: { ...REFUSED, names: ['BK_TOKEN', 'BK_USERNAME'] },
  },
  {
    id: 'only-token-ran-out',
    does: 'BK_TOKEN ran out, and no user is named.',
    alter: unchanged,
    settings: { ...RAN_OUT, BK_USERNAME: '' },
    expects: { ...REFUSED, names: ['BK_TOKEN'] },
  },
  {
    id: 'only-user-not-exempt',
    does: 'The app may not name a user without a login, and BK_TOKEN is not set.',
    alter: unchanged,
    settings: { ...NOT_EXEMPT, BK_TOKEN: '' },
    expects: { ...REFUSED, names: ['BK_USERNAME'] },
  },
  {
    id: 'app-secret-wrong',
    does: 'BK_APP_SECRET is not the secret of BK_APP_CODE.',
    alter: unchanged,
    settings: { BK_APP_SECRET: '91be2f40-5c7a-4d13-8e06-27f4a9d8c3b5' },
    expects: { ...REFUSED, names: ['BK_APP_SECRET', 'APP Secret verification failed'] },
  },
  {
    id: 'app-not-registered',
    does: 'BK_APP_CODE is no registered app.',
    alter: unchanged,
    settings: { BK_APP_CODE: 'cmdb_retired' },
    expects: { ...REFUSED, names: ['BK_APP_CODE', 'Invalid APP Code'] },
  },
  {
    id: 'only-a-token',
    does: 'No user is named, BK_TOKEN is right.',
    alter: unchanged,
    settings: { BK_USERNAME: '' },
  },
  {
    id: 'only-a-user',
    does: 'BK_TOKEN is not set, the app may name a user.',
    alter: unchanged,
    settings: { BK_TOKEN: '' },
  },
];

/** Takes the valid login state for so many creations, and never again. */
function tokenGoodFor(times: number): Alteration {
  return (sound) => {
    let count = 0;
    return {
      verifyUser: (given, call) => {
        const refusal = sound.verifyUser(given, call);
        if (refusal !== undefined || isFalsy(given.bk_token)) return refusal;
        count += 1;
        return count <= times ? undefined : sound.verifyUser({ ...given, bk_token: 'x' }, call);
      },
    };
  };
}
