import type { Check } from '../../record/diagnosis.js';
import type { Run } from '../run.js';

/** Whether what the suite creates could be looked up. */
export function checkLookups({ knowledge }: Run): Check {
  const { isUsed, unusable } = knowledge.lookups;
  if (isUsed) return { kind: 'lookups', result: 'ok' };
  const why = unusable === undefined ? {} : { why: unusable };
  return { kind: 'lookups', result: 'wrong', ends: { kind: 'lookups-unusable', ...why } };
}
