import { type Declarations, declaredKey } from './declarations.js';
import type { Note } from './ending.js';
import type { Finding } from './finding.js';
import type { RequirementResult } from './record.js';

/** A note on something declared that did not occur. */
export type StaleNote = Extract<Note, { kind: 'stale-deviation' | 'stale-waiver' }>;

/**
 * What is declared of a requirement and did not occur, though the requirement was judged.
 *
 * @param result - the verdict on the requirement
 * @param findings - all findings on it, the declared ones marked
 */
export function staleNotes(
  { endpoint, id: requirement, status }: RequirementResult,
  findings: readonly Finding[],
  { byRequirement }: Declarations,
): StaleNote[] {
  if (status === 'inconclusive' || status === 'not-applicable') return [];
  const declared = byRequirement.get(declaredKey(endpoint, requirement));
  if (declared === undefined) return [];
  const occurred = new Set<unknown>(
    findings.flatMap(({ declared: by }) => [by?.deviation, by?.waiver]),
  );
  return [
    ...declared.deviations
      .filter(({ known, deviation }) => known.sometimes !== true && !occurred.has(deviation))
      .map(
        ({ deviation }) => ({ kind: 'stale-deviation', endpoint, requirement, deviation }) as const,
      ),
    ...declared.waivers
      .filter((waiver) => !occurred.has(waiver))
      .map((waiver) => ({ kind: 'stale-waiver', waiver }) as const),
  ];
}
