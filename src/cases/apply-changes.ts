import { credentialOf, identityCredentials } from '../binding/binding.js';
import type { Binding } from '../binding/binding.js';
import { isObject } from '../json/json-value.js';
import type { JsonObject } from '../json/json-value.js';
import { IDENTITY } from './case.js';
import type { Change, MemberPath } from './case.js';
import { FAULTS } from './faults.js';
import type { Valid } from './faults.js';

/** A second registered app. */
export type OtherApp = Omit<Valid, 'value'>;

/**
 * Applies the changes of a negative case to a valid request.
 *
 * The member `identity` stands for whichever identity the request carries: absent takes it out, a
 * wrong one puts a token in its place that no login ever gave.
 */
export function applyChanges(
  valid: JsonObject,
  changes: readonly Change[],
  binding: Binding,
  other: OtherApp,
): JsonObject {
  return changes
    .flatMap((change) => (change.at === IDENTITY ? identityChanges(change, binding) : [change]))
    .reduce((changed, change) => withMember(changed, change.at.split('.'), change, other), valid);
}

/** The members that a change may change. */
export function changedMembers(change: Change, binding: Binding): MemberPath[] {
  if (change.at !== IDENTITY) return [change.at];
  return identityCredentials(binding, 'both').map(({ name }) => name);
}

function identityChanges(change: Change, binding: Binding): Change[] {
  const absent = changedMembers(change, binding).map((at): Change => ({ at, fault: 'absent' }));
  if (change.fault === 'absent') return absent;
  return [...absent, { at: credentialOf(binding, 'token').name, fault: 'of no login' }];
}

function withMember(
  object: JsonObject,
  path: readonly string[],
  change: Change,
  other: OtherApp,
): JsonObject {
  const [head = '', ...tail] = path;
  const inner = object[head];
  if (tail.length > 0) {
    return { ...object, [head]: withMember(isObject(inner) ? inner : {}, tail, change, other) };
  }
  const make = FAULTS[change.fault];
  if (make === 'absent') {
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== head));
  }
  return { ...object, [head]: make({ value: inner ?? '', ...other }) };
}
