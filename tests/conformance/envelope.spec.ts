import { test } from '@playwright/test';
import { casesOf } from './case-list.js';
import { verdictOn } from './conformance.js';

// Every answer that add_instance_association gave in this run, protocol cases excepted, on success
// and on failure, is one JSON object with the documented members. It comes last, when all answers are
// in.
//
// The cases are those of schemas/add_instance_association/cases.json, as src/cases/envelope.ts gives
// them from the document; what is judged on an answer stands in src/judge/envelope.ts.

for (const entry of casesOf('envelope')) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
