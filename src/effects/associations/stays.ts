import type { Row } from '../../judge/creation.js';
import type { Finding } from '../../record/finding.js';
import type { Problem } from '../../record/problem.js';
import type { Creation } from '../stage.js';

/**
 * Whether an association is still there after something that must not have touched it.
 *
 * @param creation - how it came to be; without an id nothing is to be found
 * @param rows - what lookups show where it stands
 * @param when - after what it may have vanished
 */
export function stays(
  { id, n }: Creation,
  rows: readonly Row[],
  trial: string,
  when: Extract<Problem, { readonly kind: 'vanished' }>['when'],
): Finding[] {
  if (id === undefined) return [];
  const base = { requirement: 'effect.created', trial, evidence: [n] };
  return rows.some((row) => row.id === id)
    ? [{ ...base, status: 'passed' }]
    : [{ ...base, status: 'failed', problem: { kind: 'vanished', id: id.toString(), when } }];
}
