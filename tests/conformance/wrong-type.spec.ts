import { test } from '@playwright/test';
import { casesNamed, each, verdictOn } from './conformance.js';
import type { WrongTypesByArgument, WrongTypesByMember } from './contract-members.js';

// A member with a value that its documented type excludes is refused and creates nothing. The wrong
// value carries the right one wherever it can ('as text': 11 becomes "11"), so that a server that
// coerces it succeeds and is seen. 'with fraction zero' (11.0) and 'with exponent' (11e0) are
// observed, not judged.
//
// One more case: name it here and add its entry in src/suite/cases/wrong-type.ts; what each fault
// puts in the place of the right value stands in src/suite/cases/faults.ts.

const noString = ['as number', 'as boolean', 'in an array', 'in an object'] as const;
const noObject = ['as text', 'as number', 'as boolean', 'in an array'] as const;
const noInt64 = [
  'as text',
  'text that is no number',
  'a fraction',
  'a fraction just below',
  'as boolean',
  'in an array',
  'in an object',
  'just above int64',
  'just below int64',
  'wrapped around int64',
  'far above int64',
  'with fraction zero',
  'with exponent',
] as const;

const members = {
  bk_obj_asst_id: noString,
  bk_inst_id: noInt64,
  bk_asst_inst_id: noInt64,
  metadata: noObject,
  'metadata.label': noObject,
  'metadata.label.bk_biz_id': noString,
} as const satisfies WrongTypesByMember;

const commonArguments = {
  bk_app_code: noString,
  bk_app_secret: noString,
  bk_token: noString,
  bk_username: noString,
} as const satisfies WrongTypesByArgument;

// `label` is a map of strings: a further label has to be one, too.
const furtherLabel = { 'metadata.label.*': noString };

// Some members once more in every round, spread over the run: a fault may come and go.
const rounds = [1, 2, 4, 6].map((round) => `each member.round ${round}`);

for (const entry of casesNamed('wrong-type', [
  ...each(members),
  ...each(commonArguments),
  ...each(furtherLabel),
  ...rounds,
])) {
  test(entry.id, entry.details, () => verdictOn(entry));
}
