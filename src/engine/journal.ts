import type { Note } from '../record/ending.js';
import type { RecordedExchange } from '../record/exchange.js';
import type { CaseFinding, Finding } from '../record/finding.js';
import type { Leftover } from '../record/record.js';

/** What a run has found so far. */
export interface Journal {
  /** Everything that was found, by the case in which it came up. */
  readonly findings: Map<string, CaseFinding[]>;
  /** Exchanges before, between and after the cases. */
  readonly housekeeping: RecordedExchange[];
  readonly notes: Note[];
  readonly leftovers: Leftover[];
  /** Those of all answers so far. */
  readonly requestIds: Set<string>;
}

/** Nothing was found yet. */
export function newJournal(notes: readonly Note[]): Journal {
  return {
    findings: new Map(),
    housekeeping: [],
    notes: [...notes],
    leftovers: [],
    requestIds: new Set(),
  };
}

/** Keeps what a case found. */
export function keepFindings(
  { findings }: Journal,
  caseId: string,
  found: readonly Finding[],
): void {
  const kept = findings.get(caseId) ?? [];
  findings.set(caseId, kept);
  for (const finding of found) kept.push({ ...finding, caseId });
}

/** All findings, those of one case after another. */
export function allFindings({ findings }: Journal): CaseFinding[] {
  return [...findings.values()].flat();
}

/** Lists something that is left, or may be; each thing once, by what was found out first. */
export function leave({ leftovers }: Pick<Journal, 'leftovers'>, left: Leftover): void {
  const isSame = ({ kind, id }: Leftover): boolean => kind === left.kind && id === left.id;
  if (left.id === undefined || !leftovers.some(isSame)) leftovers.push(left);
}
