import { test } from '@playwright/test';
import { casesNamed, each, verdictOn } from './conformance.js';

// What the document says nothing about. It is recorded with what the server did, without a verdict,
// but a refusal should keep the failure envelope.
//
// One more case: name it here and add its entry in src/suite/cases/protocol.ts.

const unusual = {
  method: ['GET'],
  address: ['no trailing slash'],
  body: ['malformed', 'empty', 'array'],
  header: ['wrong content type'],
  member: ['unknown'],
};

for (const entry of casesNamed('protocol', each(unusual))) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
