import { test } from '@playwright/test';
import { casesNamed, verdictOn } from './conformance.js';
import type { EnvelopeMembers } from './contract-members.js';

// Every answer that add_instance_association gave in this run, protocol cases excepted, on success
// and on failure, is one JSON object with these members. It comes last, when all answers are in.
//
// One more case: name it here and add its entry in src/suite/cases/envelope.ts; what is judged on
// an answer stands in src/suite/judge/envelope.ts.

const members = {
  result: 'a boolean',
  // 0 exactly when `result` is true, else above it.
  code: 'an integer',
  // Not empty on failure.
  message: 'a string',
  // With the int64 `id` on success; on failure also null.
  data: 'an object',
  permission: 'an object or null',
  // Another one in each answer.
  request_id: 'a string',
} as const satisfies EnvelopeMembers;

for (const entry of casesNamed('envelope', ['body', ...Object.keys(members)])) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
