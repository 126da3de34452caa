import { test } from '@playwright/test';
import type {
  AddInstanceAssociationRequest,
  AddInstanceAssociationSuccess,
} from '../../schemas/add_instance_association/types.js';
import type { CommonArguments } from '../../schemas/esb/types.js';
import { casesNamed } from './case-list.js';
import { verdictOn } from './conformance.js';
import type { TypesOf } from './members.js';

// A valid request is accepted, and what it created is found: with the returned id, once, between
// the right instances, under the right association, and nothing else beside it.
//
// Each case stands in schemas/add_instance_association/cases.json; src/cases/success.ts gives those
// that the document has, src/effects/associations/cases.ts those that only associations have.

// A valid request, with one of bk_token and bk_username at least.
const request = {
  bk_app_code: 'a string',
  bk_app_secret: 'a string',
  bk_token: 'a string',
  bk_username: 'a string',
  bk_obj_asst_id: 'a string',
  bk_inst_id: 'an integer',
  bk_asst_inst_id: 'an integer',
  metadata: 'an object',
  'metadata.label': 'an object',
  'metadata.label.bk_biz_id': 'a string',
} as const satisfies TypesOf<AddInstanceAssociationRequest>;

// What is read of its answer. The id is looked up.
const answer = {
  result: 'true',
  code: '0',
  message: 'a string',
  data: 'an object',
  'data.id': 'an integer',
  permission: 'an object or null',
  request_id: 'a string',
} as const satisfies TypesOf<AddInstanceAssociationSuccess>;

const identities = ['bk_username', 'bk_token'] as const satisfies (keyof CommonArguments)[];

for (const entry of casesNamed('success', [
  // Each identity that is configured is accepted alone.
  ...identities.map((identity) => `identity.${identity}`),
  'identity.both',
  // The document's own sample, with the fixture's values.
  'sample.as documented',
  // 9007199254740993 stays 9007199254740993: beyond 2^53 a careless reader rounds.
  'int64.exact',
  // An id is given once, also after its deletion and when eight creations run at once.
  'ids.two creations',
  'ids.eight at once',
])) {
  const annotation = [
    ...entry.details.annotation,
    { type: 'request', description: told(request) },
    { type: 'answer', description: told(answer) },
  ];
  test(entry.id, { annotation }, () => verdictOn(entry));
}

function told(members: Readonly<Record<string, string>>): string {
  return Object.entries(members)
    .map(([member, type]) => `${member}: ${type}`)
    .join(', ');
}
