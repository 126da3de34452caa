import { test } from '@playwright/test';
import type { CommonArguments } from '../../schemas/esb/types.js';
import type { Fault } from '../../src/cases/faults.js';
import { casesNamed, each } from './case-list.js';
import { verdictOn } from './conformance.js';
import type { RequestMember } from './members.js';

// Bad credentials are refused, whatever the rest of the request is like, and create nothing, while
// the same request with the right ones is accepted.
//
// Each case stands in schemas/add_instance_association/cases.json, as src/cases/bad-auth.ts gives it;
// what a fault puts in the place of the right value, in src/cases/faults.ts.

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
    'in other case',
    'with a leading space',
    'with a trailing space',
    'registered for another app',
  ],
  bk_app_secret: ['absent', 'null', 'empty', 'wrong', ...nearMisses, 'of another app'],
  // The only identity. That a token is accepted as a cookie is observed, not judged.
  bk_token: ['empty', 'null', 'wrong', ...nearMisses, 'as a cookie'],
  bk_username: ['empty', 'null'],
} as const satisfies Record<keyof CommonArguments, readonly (Fault | 'as a cookie')[]>;

// One of bk_token and bk_username has to be valid. A bad one beside a good one is observed.
const identities = {
  identity: ['absent', 'wrong'],
  'both identities': ['empty', 'null', 'bk_token wrong', 'bk_username of another user'],
};

// A wrong secret and a wrong identity are refused also where a required member is missing.
const required = [
  'bk_obj_asst_id',
  'bk_inst_id',
  'bk_asst_inst_id',
  'metadata',
  'metadata.label',
  'metadata.label.bk_biz_id',
] as const satisfies readonly RequestMember[];
const besideMissing = required.flatMap((member) => [
  `bk_app_secret wrong.${member} absent`,
  `identity wrong.${member} absent`,
]);

// Each credential once more in every round, spread over the run: a fault may come and go.
const rounds = [1, 2, 3, 4, 5, 6].map((round) => `each credential.round ${round}`);

for (const entry of casesNamed('bad-auth', [
  ...each(bad),
  ...each(identities),
  'all common arguments.absent',
  ...besideMissing,
  ...rounds,
])) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
