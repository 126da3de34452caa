import type { Identity } from '../target/identity.js';
import type { Case, Need, Refusal } from './case.js';
import { change, titleOf } from './faults.js';
import type { Fault } from './faults.js';
import { REQUIRED_MEMBERS } from './missing-field.js';
import { ROUNDS } from './rounds.js';

const GONE: readonly Fault[] = ['absent', 'null', 'empty'];
/** Not case and spaces: a database may be lax there, and a code is no secret. */
const NEARLY_THE_CODE: readonly Fault[] = [
  'without its first character',
  'without its last character',
  'with one more character',
  'with another first character',
  'with another middle character',
  'with another last character',
];

const NEAR_MISSES: readonly Fault[] = [
  'in other case',
  'without its first character',
  'without its last character',
  'with one more character',
  'with another first character',
  'with another middle character',
  'with another last character',
  'with a leading space',
  'with a trailing space',
];

function bad(
  member: string,
  fault: Fault,
  requirement: string,
  options: { identity?: Identity; needs?: Need } = {},
): Case {
  return {
    kind: 'refusal',
    id: `bad-auth.${member}.${fault}`,
    category: 'bad-auth',
    title: titleOf(member, fault),
    requirements: [requirement],
    changes: [change(member, fault)],
    about: 'credentials',
    ...options,
  };
}

/** Refusals for which several common arguments are changed together: each has an id of its own. */
function together(
  id: string,
  title: Case['title'],
  changes: readonly (readonly [member: string, fault: Fault])[],
  requirements: readonly string[],
  options: { identity?: Identity; needs?: Need } = {},
): Case {
  return {
    kind: 'refusal',
    id: `bad-auth.${id}`,
    category: 'bad-auth',
    title,
    requirements,
    changes: changes.map(([member, fault]) => change(member, fault)),
    about: 'credentials',
    ...options,
  };
}

const tokenOnly = { identity: 'bk_token', needs: 'BK_TOKEN' } as const;
const usernameOnly = { identity: 'bk_username', needs: 'BK_USERNAME' } as const;
const bothGiven = { identity: 'both', needs: 'BK_USERNAME and BK_TOKEN' } as const;

function refusal(member: string, fault: Fault, requirement: string): Refusal {
  return { changes: [change(member, fault)], about: 'credentials', requirements: [requirement] };
}

/** What each round refuses again. `identity` stands for the identity that is configured. */
const AGAIN: readonly Refusal[] = [
  refusal('bk_app_code', 'absent', 'auth.bk_app_code.required'),
  refusal('bk_app_code', 'unknown', 'auth.bk_app_code.verified'),
  refusal('bk_app_secret', 'absent', 'auth.bk_app_secret.required'),
  refusal('bk_app_secret', 'wrong', 'auth.bk_app_secret.verified'),
  refusal('identity', 'absent', 'auth.identity.required'),
  refusal('identity', 'wrong', 'auth.bk_token.verified'),
];

/** Credentials that are missing, wrong, nearly right, or somebody else's. */
export const badAuth: readonly Case[] = [
  ...GONE.map((fault) => bad('bk_app_code', fault, 'auth.bk_app_code.required')),
  bad('bk_app_code', 'wrong', 'auth.bk_app_code.verified'),
  bad('bk_app_code', 'unknown', 'auth.bk_app_code.verified'),
  ...NEARLY_THE_CODE.map((fault) => bad('bk_app_code', fault, 'auth.bk_app_code.verified')),
  bad('bk_app_code', 'registered for another app', 'auth.bk_app_secret.verified', {
    needs: 'CMDB_OTHER_APP_CODE',
  }),
  ...GONE.map((fault) => bad('bk_app_secret', fault, 'auth.bk_app_secret.required')),
  bad('bk_app_secret', 'wrong', 'auth.bk_app_secret.verified'),
  ...NEAR_MISSES.map((fault) => bad('bk_app_secret', fault, 'auth.bk_app_secret.verified')),
  bad('bk_app_secret', 'of another app', 'auth.bk_app_secret.verified', {
    needs: 'CMDB_OTHER_APP_CODE',
  }),
  bad('bk_token', 'wrong', 'auth.bk_token.verified', tokenOnly),
  ...NEAR_MISSES.map((fault) => bad('bk_token', fault, 'auth.bk_token.verified', tokenOnly)),
  bad('identity', 'wrong', 'auth.bk_token.verified'),
  bad('identity', 'absent', 'auth.identity.required'),
  together(
    'both identities.empty',
    { en: 'bk_username and bk_token empty', zh: 'bk_username 与 bk_token 均为空' },
    [
      ['bk_username', 'empty'],
      ['bk_token', 'empty'],
    ],
    ['auth.identity.required'],
  ),
  together(
    'both identities.null',
    { en: 'bk_username and bk_token null', zh: 'bk_username 与 bk_token 均为 null' },
    [
      ['bk_username', 'null'],
      ['bk_token', 'null'],
    ],
    ['auth.identity.required'],
  ),
  ...(['empty', 'null'] as const).flatMap((fault) => [
    bad('bk_username', fault, 'auth.identity.required', usernameOnly),
    bad('bk_token', fault, 'auth.identity.required', tokenOnly),
  ]),
  together(
    'all common arguments.absent',
    { en: 'no common argument at all', zh: '没有任何通用参数' },
    [
      ['bk_app_code', 'absent'],
      ['bk_app_secret', 'absent'],
      ['identity', 'absent'],
    ],
    ['auth.bk_app_code.required', 'auth.bk_app_secret.required', 'auth.identity.required'],
  ),
  ...REQUIRED_MEMBERS.map((member) =>
    together(
      `bk_app_secret wrong.${member} absent`,
      {
        en: `bk_app_secret wrong and ${member} absent`,
        zh: `bk_app_secret 错误且缺少 ${member}`,
      },
      [
        ['bk_app_secret', 'wrong'],
        [member, 'absent'],
      ],
      ['auth.bk_app_secret.verified'],
    ),
  ),
  ...REQUIRED_MEMBERS.map((member) =>
    together(
      `identity wrong.${member} absent`,
      { en: `identity wrong and ${member} absent`, zh: `身份凭证错误且缺少 ${member}` },
      [
        ['identity', 'wrong'],
        [member, 'absent'],
      ],
      ['auth.bk_token.verified'],
    ),
  ),
  ...(
    [
      [
        'a bad token beside a valid user name',
        'bk_username 有效而 bk_token 错误',
        'bk_token',
        'wrong',
      ],
      [
        'a valid token beside another user name',
        'bk_token 有效而 bk_username 为他人',
        'bk_username',
        'of another user',
      ],
    ] as const
  ).map(([en, zh, member, fault]): Case => ({
    kind: 'observation',
    id: `bad-auth.both identities.${member} ${fault}`,
    category: 'bad-auth',
    title: { en, zh },
    requirements: [],
    changes: [change(member, fault)],
    ...bothGiven,
  })),
  {
    kind: 'observation',
    id: 'bad-auth.bk_token.as a cookie',
    category: 'bad-auth',
    title: { en: 'bk_token as a cookie', zh: 'bk_token 放在 Cookie 中' },
    requirements: [],
    changes: [change('bk_token', 'absent')],
    cookie: true,
    ...tokenOnly,
  },
  ...ROUNDS.map((round): Case => ({
    kind: 'round',
    thorough: round === ROUNDS.at(-1),
    id: `bad-auth.each credential.round ${round}`,
    category: 'bad-auth',
    title: { en: `each credential refused, round ${round}`, zh: `逐项凭证错误，第 ${round} 轮` },
    requirements: [...new Set(AGAIN.flatMap((again) => again.requirements))],
    refusals: AGAIN,
  })),
];
