import type { Text } from '../text.js';
import type { Case } from '../cases/case.js';
import { judgeCause } from '../judge/refusal.js';
import { gravest } from '../record/roll-up.js';
import type { CaseFinding } from '../record/roll-up.js';
import type { CaseResult, CaseStatus, RecordedExchange } from '../record/record.js';
import type { State } from './state.js';

/** The findings of a case, or of all, with the causes of refusals judged by what is known now. */
export function settledFindings(state: State, caseId?: string): CaseFinding[] {
  const refusals = {
    credentials: state.credentialRefusals,
    unknownAssociation: state.unknownAssociationRefusal,
  };
  const kept =
    caseId === undefined ? [...state.findings.values()].flat() : state.findings.get(caseId);
  return (kept ?? []).map((finding) => judgeCause(finding, refusals));
}

/**
 * What came of a case, from what was found in it. An envelope case is decided by all answers.
 *
 * @param findings - settled; those of the case, of an envelope case all
 * @param run - false when the run ended before it
 */
export function caseResult(
  entry: Case,
  state: State,
  findings: readonly CaseFinding[],
  exchanges: readonly RecordedExchange[],
  durationMs: number,
  observed: Text | undefined,
  run: boolean,
): CaseResult {
  const own = findings.filter((finding) => entry.requirements.includes(finding.requirement));
  const status = statusOf(entry, own, run);
  const reason =
    status === 'observed'
      ? observed
      : status === 'passed'
        ? undefined
        : (own.find((finding) => finding.status === status)?.reason ?? notRun(state));
  return {
    id: entry.id,
    category: entry.category,
    title: entry.title,
    requirements: entry.requirements,
    status,
    durationMs,
    exchanges,
    ...(reason === undefined ? {} : { reason: reason.en, reasonZh: reason.zh }),
  };
}

function statusOf(entry: Case, own: readonly CaseFinding[], run: boolean): CaseStatus {
  const worst = gravest(own.map((finding) => finding.status));
  const isObservation =
    entry.kind === 'observation' || (entry.kind === 'procedure' && entry.requirements.length === 0);
  if (isObservation && worst !== 'not-applicable' && run) return 'observed';
  return worst ?? 'inconclusive';
}

function notRun(state: State): Text {
  const why = state.ended ?? { en: 'nothing was found', zh: '没有得到结果' };
  return { en: `not judged: ${why.en}`, zh: `未判定：${why.zh}` };
}
