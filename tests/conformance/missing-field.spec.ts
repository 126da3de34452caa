import { test } from '@playwright/test';
import type { Fault } from '../../src/cases/faults.js';
import { casesNamed, each } from './case-list.js';
import { verdictOn } from './conformance.js';
import type { RequestMember } from './members.js';

// A request from which a required member is missing is refused and creates nothing, while the same
// request with that member is accepted.
//
// Each case stands in schemas/add_instance_association/cases.json, as src/cases/missing-field.ts
// gives it from the document; what a fault puts in the place of the right value, in
// src/cases/faults.ts.

const missing = {
  bk_obj_asst_id: ['absent', 'null', 'empty'],
  bk_inst_id: ['absent', 'null'],
  bk_asst_inst_id: ['absent', 'null'],
  metadata: ['absent', 'null', 'empty'],
  'metadata.label': ['absent', 'null', 'empty'],
  'metadata.label.bk_biz_id': ['absent', 'null', 'empty'],
} as const satisfies Record<RequestMember, readonly Fault[]>;

// Each member once more in every round, spread over the run: a fault may come and go.
const rounds = [1, 2, 3, 4, 5, 6].map((round) => `each member.round ${round}`);

for (const entry of casesNamed('missing-field', [
  ...each(missing),
  'all members.absent',
  ...rounds,
])) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
