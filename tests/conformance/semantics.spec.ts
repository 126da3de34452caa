import { test } from '@playwright/test';
import { casesOf } from './case-list.js';
import { verdictOn } from './conformance.js';

// There has to be something to associate: an association or an instance that does not exist, or is
// of another model, is refused and creates nothing. Whether a pair may be associated twice is observed,
// not judged: the document does not say.
//
// The cases are those of schemas/add_instance_association/cases.json, as
// src/effects/associations/cases.ts gives them; their steps stand beside it.

for (const entry of casesOf('semantics')) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
