import type { Case } from '../../cases/case.js';
import { judgeCause } from '../../judge/refusal.js';
import { declare } from '../../record/declarations.js';
import type { RecordedExchange } from '../../record/exchange.js';
import type { CaseFinding } from '../../record/finding.js';
import type { CaseResult, CaseStatus, Observed } from '../../record/record.js';
import { gravest } from '../../record/roll-up.js';
import { allFindings } from '../journal.js';
import { lackOf } from './lack.js';
import { isOver } from '../run.js';
import type { Run } from '../run.js';

/** What came of a case so far. */
export interface Played {
  readonly exchanges: readonly RecordedExchange[];
  readonly durationMs: number;
  readonly observed: Observed | undefined;
}

/**
 * All findings of a run, with the causes of refusals judged by what is known now, and failures that
 * are declared marked.
 */
export function judgedFindings(run: Run): CaseFinding[] {
  return asKnownNow(run, allFindings(run.journal));
}

/** The findings that decide a case; an envelope case is decided by all answers. */
export function decidingFindings(run: Run, entry: Case): CaseFinding[] {
  const { findings } = run.journal;
  const lists = entry.kind === 'envelope' ? [...findings.values()] : [findings.get(entry.id) ?? []];
  const own = lists.flatMap((list) =>
    list.filter(({ requirement }) => entry.requirements.includes(requirement)),
  );
  return asKnownNow(run, own);
}

function asKnownNow(
  { knowledge, subject, tools }: Run,
  findings: readonly CaseFinding[],
): CaseFinding[] {
  const { endpoint } = subject.outline;
  const refusals = {
    credentials: knowledge.credentialRefusals,
    unknown: knowledge.unknownRefusal,
  };
  return findings.map((finding) =>
    declare(endpoint, judgeCause(finding, refusals), tools.declarations),
  );
}

/**
 * What came of a case, from what was found in it.
 *
 * @param played - undefined when the run ended before it
 */
export function caseResult(run: Run, entry: Case, played: Played | undefined): CaseResult {
  const own = decidingFindings(run, entry);
  const lack = lackOf(entry, run.tools.settings.setting);
  const status = statusOf(entry, own, played, lack !== undefined);
  const why = own.find((finding) => finding.status === status)?.problem ??
    lack ?? { kind: isOver(run) ? 'run-ended' : 'undecided' };
  const { id, category, title, requirements } = entry;
  const isOpen = status !== 'passed' && status !== 'observed';
  return {
    endpoint: run.subject.outline.endpoint,
    id,
    category,
    title,
    requirements,
    status,
    ...(isOpen ? { problem: why } : {}),
    ...(status === 'observed' && played?.observed !== undefined
      ? { observed: played.observed }
      : {}),
    durationMs: played?.durationMs ?? 0,
    exchanges: played?.exchanges ?? [],
  };
}

function statusOf(
  entry: Case,
  own: readonly CaseFinding[],
  played: Played | undefined,
  isLacking: boolean,
): CaseStatus {
  const isObservation =
    entry.kind === 'observation' || (entry.kind === 'deep' && entry.requirements.length === 0);
  if (isObservation && played?.observed !== undefined) return 'observed';
  const worst = gravest(own.map((finding) => finding.status));
  return worst ?? (isLacking ? 'not-applicable' : 'inconclusive');
}
