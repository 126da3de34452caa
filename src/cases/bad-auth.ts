import { credentialOf } from '../binding/binding.js';
import type { Credential, Identity } from '../binding/binding.js';
import type { Text } from '../text.js';
import { IDENTITY } from './case.js';
import type { Case, Change, RefusalCase } from './case.js';
import type { Fault } from './faults.js';
import { requiredMembers } from './missing-field.js';
import { NEAR_MISS_NAMES } from './near-misses.js';
import type { NearMissName } from './near-misses.js';
import { observedIdentities } from './observed-identities.js';
import type { Subject } from './subject.js';
import { titleOf } from './titles.js';

const GONE: readonly Fault[] = ['absent', 'null', 'empty'];

/** What a server may cut off without harm, as it may compare codes, which are no secrets, without case. */
const SPACES: readonly NearMissName[] = ['with a leading space', 'with a trailing space'];

const NEAR = NEAR_MISS_NAMES.filter((name) => !SPACES.includes(name));

interface Options {
  readonly identity?: Identity;
  readonly needs?: readonly string[];
  readonly needsLettersIn?: string;
}

/** The variable of a second registered app. */
const OTHER_APP = { needs: ['CMDB_OTHER_APP_CODE'] } as const;

/** Credentials that are missing, wrong, nearly right, or somebody else's. */
export function badAuth(subject: Subject): Case[] {
  const { binding, known } = subject;
  const app = credentialOf(binding, 'app');
  const secret = credentialOf(binding, 'secret');
  const token = credentialOf(binding, 'token');
  const user = credentialOf(binding, 'user');
  const alone = {
    token: { identity: 'token', needs: [token.variable] },
    user: { identity: 'user', needs: [user.variable] },
  } as const;
  const verified = ({ name }: Credential): string => `auth.${name}.verified`;
  const exact = ({ name }: Credential): string => `auth.${name}.exact`;
  const one = (at: string, fault: Fault, requirement: string, options: Options = {}): RefusalCase =>
    refusal(`${at}.${fault}`, titleOf(at, fault), [{ at, fault }], known(requirement), options);
  return [
    ...GONE.map((fault) => one(app.name, fault, `auth.${app.name}.required`)),
    one(app.name, 'wrong', verified(app)),
    one(app.name, 'unknown', verified(app)),
    ...NEAR.filter((fault) => fault !== 'in other case').map((fault) =>
      one(app.name, fault, verified(app)),
    ),
    // By login state: an ESB looks up by its exact code which app may do without one.
    one(app.name, 'in other case', exact(app), { ...alone.token, needsLettersIn: app.variable }),
    ...SPACES.map((fault) => one(app.name, fault, exact(app), alone.token)),
    one(app.name, 'registered for another app', verified(secret), OTHER_APP),
    ...GONE.map((fault) => one(secret.name, fault, `auth.${secret.name}.required`)),
    one(secret.name, 'wrong', verified(secret)),
    ...NEAR.map((fault) => one(secret.name, fault, verified(secret))),
    ...SPACES.map((fault) => one(secret.name, fault, exact(secret))),
    one(secret.name, 'of another app', verified(secret), OTHER_APP),
    one(token.name, 'wrong', verified(token), alone.token),
    ...NEAR.map((fault) => one(token.name, fault, verified(token), alone.token)),
    ...SPACES.map((fault) => one(token.name, fault, exact(token), alone.token)),
    one(IDENTITY, 'wrong', verified(token)),
    one(IDENTITY, 'absent', 'auth.identity.required'),
    ...(['empty', 'null'] as const).map((fault) => bothIdentities(subject, fault)),
    ...(['empty', 'null'] as const).flatMap((fault) => [
      one(user.name, fault, 'auth.identity.required', alone.user),
      one(token.name, fault, 'auth.identity.required', alone.token),
    ]),
    refusal(
      'all common arguments.absent',
      { en: 'no common argument at all', zh: '没有任何通用参数' },
      [app.name, secret.name, IDENTITY].map((at) => ({ at, fault: 'absent' })),
      known(`auth.${app.name}.required`, `auth.${secret.name}.required`, 'auth.identity.required'),
    ),
    ...besideMissing(subject, secret.name, secret.name, verified(secret)),
    ...besideMissing(subject, IDENTITY, '身份凭证', verified(token)),
    ...observedIdentities(subject),
  ];
}

function refusal(
  name: string,
  title: Text,
  changes: readonly Change[],
  requirements: readonly string[],
  options: Options = {},
): RefusalCase {
  const id = `bad-auth.${name}`;
  return {
    kind: 'refusal',
    id,
    trial: id,
    category: 'bad-auth',
    title,
    requirements,
    changes,
    about: 'credentials',
    ...options,
  };
}

const EMPTY_WORDS = {
  empty: { en: 'empty', zh: '均为空' },
  null: { en: 'null', zh: '均为 null' },
} as const;

function bothIdentities({ binding, known }: Subject, fault: 'empty' | 'null'): RefusalCase {
  const names = (['user', 'token'] as const).map((role) => credentialOf(binding, role).name);
  const { en, zh } = EMPTY_WORDS[fault];
  return refusal(
    `both identities.${fault}`,
    { en: `${names.join(' and ')} ${en}`, zh: `${names.join(' 与 ')} ${zh}` },
    names.map((at) => ({ at, fault })),
    known('auth.identity.required'),
  );
}

/** A bad credential is refused also where a required member is missing. */
function besideMissing(
  subject: Subject,
  at: string,
  zh: string,
  requirement: string,
): RefusalCase[] {
  return requiredMembers(subject).map(({ path }) =>
    refusal(
      `${at} wrong.${path} absent`,
      { en: `${at} wrong and ${path} absent`, zh: `${zh} 错误且缺少 ${path}` },
      [
        { at, fault: 'wrong' },
        { at: path, fault: 'absent' },
      ],
      subject.known(requirement),
    ),
  );
}
