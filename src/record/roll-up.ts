import type { Requirement } from '../contract/requirement.js';
import type { CaseFinding, Finding, FindingStatus } from './finding.js';
import type { Problem } from './problem.js';
import type { Outcome, RequirementResult, Status } from './record.js';

const EVIDENCE_KEPT = 20;

/** The gravest of several verdicts: failed, inconclusive, deviation, passed, not-applicable. */
export function gravest(statuses: readonly FindingStatus[]): FindingStatus | undefined {
  const order = ['failed', 'inconclusive', 'deviation', 'passed', 'not-applicable'] as const;
  return order.find((status) => statuses.includes(status));
}

/**
 * The verdict on one requirement from all that was found. What was not exercised is never green.
 *
 * @param endpoint - the endpoint that the requirement is one of
 * @param findings - all findings on it, whatever case they came up in
 * @param declared - ids of the cases that were run and name the requirement
 * @param unexercised - why nothing may have been found
 */
export function judgeRequirement(
  endpoint: string,
  requirement: Requirement,
  findings: readonly CaseFinding[],
  declared: readonly string[],
  unexercised: Problem,
): RequirementResult {
  const status: Status = gravest(findings.map((finding) => finding.status)) ?? 'inconclusive';
  const deciding = findings.filter((finding) => finding.status === status);
  const { id, level, title, source } = requirement;
  const base = { endpoint, id, level, title, source, status };
  if (status === 'passed') return { ...base, cases: declared, evidence: [] };
  const [first] = deciding;
  const cases = new Set([...declared, ...deciding.map((finding) => finding.caseId)]);
  cases.delete('preflight');
  const judged = findings.filter((one) => one.status === 'passed' || isBroken(one));
  const deviation = unique(deciding.map(({ declared: by }) => by?.deviation));
  const waiver = unique(deciding.map(({ declared: by }) => by?.waiver));
  return {
    ...base,
    cases: [...cases],
    evidence:
      status === 'not-applicable'
        ? []
        : [...new Set(deciding.flatMap((finding) => finding.evidence))].slice(0, EVIDENCE_KEPT),
    problem: first?.problem ?? unexercised,
    ...(first === undefined ? {} : { trial: first.trial }),
    ...(deciding.length === 0
      ? {}
      : { times: { deciding: deciding.length, judged: judged.length } }),
    ...(isBroken({ status }) && isFlaky(findings) ? { flaky: true } : {}),
    ...(deviation.length === 0 ? {} : { deviation }),
    ...(waiver.length === 0 ? {} : { waiver }),
  };
}

/** True for what failed, whether it is declared or not. */
function isBroken({ status }: { readonly status: Status }): boolean {
  return status === 'failed' || status === 'deviation';
}

function unique<T>(all: readonly (T | undefined)[]): T[] {
  return [...new Set(all)].flatMap((one) => (one === undefined ? [] : [one]));
}

/** True when the same trial gave different verdicts. */
function isFlaky(findings: readonly Finding[]): boolean {
  const failed = new Set<string>();
  const passed = new Set<string>();
  for (const { status, trial } of findings) {
    if (isBroken({ status })) failed.add(trial);
    if (status === 'passed') passed.add(trial);
  }
  return [...failed].some((trial) => passed.has(trial));
}

/**
 * What a run says of a target as a whole: nonconformant if a `must` failed (with `strict`, a
 * `should` too, and what is declared and did not occur); else incomplete if a `must` is inconclusive
 * or only a part was run; else conformant.
 *
 * @param stale - how much is declared and did not occur
 */
export function judgeOutcome(
  requirements: readonly RequirementResult[],
  partial: boolean,
  strict: boolean,
  stale = 0,
): Outcome {
  const counts = ({ level }: RequirementResult): boolean => level === 'must' || strict;
  if (requirements.some((one) => counts(one) && one.status === 'failed')) return 'nonconformant';
  if (strict && stale > 0) return 'nonconformant';
  const isOpen = requirements.some((one) => counts(one) && one.status === 'inconclusive');
  // Where nothing at all was exercised, nothing can be said either.
  const isJudged = requirements.some(({ status }) => status === 'passed');
  return isOpen || partial || !isJudged ? 'incomplete' : 'conformant';
}
