import { test } from '@playwright/test';
import { casesOf } from './case-list.js';
import { verdictOn } from './conformance.js';

// What the document says nothing about. It is recorded with what the server did, without a verdict,
// but a refusal should keep the failure envelope.
//
// The cases are those of schemas/add_instance_association/cases.json, as src/cases/protocol.ts gives
// them.

for (const entry of casesOf('protocol')) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
