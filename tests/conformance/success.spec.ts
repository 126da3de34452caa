import { test } from '@playwright/test';
import type { CommonArguments } from '../../schemas/esb/types.js';
import { casesNamed, verdictOn } from './conformance.js';

// A valid request is accepted, and what it created is found: with the returned id, once, between
// the right instances, under the right association, and nothing else beside it.
//
// One more case: name it here and add its entry in src/suite/cases/success.ts.

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
  test(entry.id, entry.details, () => verdictOn(entry));
}
