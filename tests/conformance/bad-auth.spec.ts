import { test } from '@playwright/test';
import { casesNamed, each, verdictOn } from './conformance.js';
import type { BadByArgument, RequestMember } from './contract-members.js';

// Bad credentials are refused, whatever the rest of the request is like, and create nothing, while
// the same request with the right ones is accepted.
//
// One more case: name it here and add its entry in src/suite/cases/bad-auth.ts; what each fault puts
// in the place of the right value stands in src/suite/cases/faults.ts.

const nearMisses = [
  'in other case',
  'without its first character',
  'without its last character',
  'with one more character',
  'with another first character',
  'with another middle character',
  'with another last character',
  'with a leading space',
  'with a trailing space',
] as const;

const bad = {
  bk_app_code: [
    'absent',
    'null',
    'empty',
    'wrong',
    'unknown',
    'without its first character',
    'without its last character',
    'with one more character',
    'with another first character',
    'with another middle character',
    'with another last character',
    'registered for another app',
  ],
  bk_app_secret: ['absent', 'null', 'empty', 'wrong', ...nearMisses, 'of another app'],
  // The only identity. That a token is accepted as a cookie is observed, not judged.
  bk_token: ['empty', 'null', 'wrong', ...nearMisses, 'as a cookie'],
  bk_username: ['empty', 'null'],
} as const satisfies BadByArgument;

// One of bk_token and bk_username has to be valid. A bad one beside a good one is observed.
const identities = {
  identity: ['absent', 'wrong'],
  'both identities': ['empty', 'null', 'bk_token wrong', 'bk_username of another user'],
};

// A wrong secret and a wrong identity are refused also where a required member is missing.
const beside = {
  bk_obj_asst_id: ['absent'],
  bk_inst_id: ['absent'],
  bk_asst_inst_id: ['absent'],
  metadata: ['absent'],
  'metadata.label': ['absent'],
  'metadata.label.bk_biz_id': ['absent'],
} as const satisfies Record<RequestMember, readonly ['absent']>;
const wrongAnd = Object.keys(beside).flatMap((member) => [
  `bk_app_secret wrong.${member} absent`,
  `identity wrong.${member} absent`,
]);

// Each credential once more in every round, spread over the run: a fault may come and go.
const rounds = [1, 2, 3, 4, 5, 6].map((round) => `each credential.round ${round}`);

for (const entry of casesNamed('bad-auth', [
  ...each(bad),
  ...each(identities),
  'all common arguments.absent',
  ...wrongAnd,
  ...rounds,
])) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
