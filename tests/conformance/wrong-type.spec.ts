import { test } from '@playwright/test';
import { casesOf } from './case-list.js';
import { verdictOn } from './conformance.js';

// A member with a value that its documented type excludes is refused and creates nothing. The wrong
// value carries the right one wherever it can ('as text': 11 becomes "11"), so that a server that
// coerces it succeeds and is seen. 'with fraction zero' (11.0) and 'with exponent' (11e0) are
// observed, not judged.
//
// The cases are those of schemas/add_instance_association/cases.json, as src/cases/wrong-type.ts gives
// them from the document; what a fault puts in the place of the right value stands in
// src/cases/faults.ts.

for (const entry of casesOf('wrong-type')) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
