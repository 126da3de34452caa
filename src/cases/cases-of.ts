import type { Category, Effort } from '../record/record.js';
import { badAuth } from './bad-auth.js';
import type { Case } from './case.js';
import { envelope } from './envelope.js';
import { missingField } from './missing-field.js';
import { protocol } from './protocol.js';
import { rounds } from './rounds.js';
import type { OwnRounds } from './rounds.js';
import type { Subject } from './subject.js';
import { success } from './success.js';
import { wrongType } from './wrong-type.js';

/** What the effect of an endpoint adds to its cases. */
export interface OwnCases {
  readonly cases: readonly Case[];
  /** What is refused again in each round. */
  readonly again?: OwnRounds;
}

/**
 * The cases of an endpoint, by category; none for one without an effect, which is sent nothing.
 *
 * @param own - what its effect adds
 * @param effort - `quick` leaves the rounds out
 */
export function casesOf(subject: Subject, own: OwnCases, effort: Effort = 'full'): Case[] {
  if (!subject.hasEffect) return [];
  const plain = [
    ...success(subject),
    ...missingField(subject),
    ...wrongType(subject),
    ...badAuth(subject),
    ...own.cases,
    ...protocol(subject),
    ...envelope(subject),
  ];
  const all = effort === 'quick' ? plain : [...plain, ...rounds(subject, plain, own.again)];
  const order = [
    'success',
    'missing-field',
    'wrong-type',
    'bad-auth',
    'semantics',
    'protocol',
    'envelope',
  ] as const satisfies Category[];
  return order.flatMap((category) => all.filter((entry) => entry.category === category));
}
