import { test } from '@playwright/test';
import { casesNamed, verdictOn } from './conformance.js';
import type { RequestMember } from './contract-members.js';

// There has to be something to associate: an association or an instance that does not exist, or is
// of another model, is refused and creates nothing.
//
// One more case: name it here and add its entry in src/suite/cases/semantics.ts; its steps stand in
// src/suite/procedure/.

const nothingToAssociate = {
  bk_obj_asst_id: ['association.never existed'],
  bk_inst_id: [
    'source.never existed',
    'source.just deleted',
    'source.of another model',
    'bk_inst_id.the same in 32 bits',
  ],
  bk_asst_inst_id: [
    'target.never existed',
    'target.just deleted',
    'target.of another model',
    'bk_asst_inst_id.the same in 32 bits',
  ],
} as const satisfies Partial<Record<RequestMember, readonly string[]>>;

// Each once more in every round, spread over the run: a fault may come and go.
const rounds = [1, 2, 3, 4, 5].map((round) => `each existence.round ${round}`);

for (const entry of casesNamed('semantics', [
  ...Object.values(nothingToAssociate).flat(),
  'sides.swapped',
  // Observed, not judged: the document does not say whether a pair may be associated twice.
  'pair.repeated',
  ...rounds,
])) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
