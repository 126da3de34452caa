import type { Requirement } from '../contract/requirement.js';
import type { Text } from '../text.js';
import type { Outcome, RequirementResult, Status } from './record.js';
import { CREATION } from '../judge/creation.js';
import type { Finding } from './finding.js';

/** A finding and the case in which it came up. */
export type CaseFinding = Finding & { readonly caseId: string };

const EVIDENCE_KEPT = 20;

/** The gravest of several verdicts: failed, inconclusive, passed, not-applicable. */
export function gravest(statuses: readonly Finding['status'][]): Finding['status'] | undefined {
  const order = ['failed', 'inconclusive', 'passed', 'not-applicable'] as const;
  return order.find((status) => statuses.includes(status));
}

/**
 * The verdict on one requirement from all that was found. What was not exercised is never green.
 *
 * @param declared - ids of the cases that were run and name the requirement
 * @param unexercised - why nothing may have been found
 */
export function judgeRequirement(
  requirement: Requirement & { readonly level: 'must' | 'should' },
  findings: readonly CaseFinding[],
  declared: readonly string[],
  unexercised: Text,
): RequirementResult {
  const status: Status = gravest(findings.map((finding) => finding.status)) ?? 'inconclusive';
  const deciding = findings.filter((finding) => finding.status === status);
  const flaky = status === 'failed' && isFlaky(findings);
  const cases = new Set([
    ...declared,
    ...(status === 'passed' ? [] : deciding.map((finding) => finding.caseId)),
  ]);
  cases.delete('preflight');
  const reason = status === 'passed' ? undefined : reasonOf(deciding, findings, flaky, unexercised);
  return {
    id: requirement.id,
    level: requirement.level,
    title: requirement.title,
    source: requirement.source,
    status,
    cases: [...cases],
    evidence:
      status === 'passed' || status === 'not-applicable'
        ? []
        : [...new Set(deciding.flatMap((finding) => finding.evidence))].slice(0, EVIDENCE_KEPT),
    ...(flaky ? { flaky } : {}),
    ...(reason === undefined ? {} : { reason: reason.en, reasonZh: reason.zh }),
  };
}

/** True when the same experiment gave different verdicts. */
function isFlaky(findings: readonly Finding[]): boolean {
  const failed = new Set<string>();
  const passed = new Set<string>();
  for (const { status, experiment } of findings) {
    if (status === 'failed') failed.add(experiment.en);
    if (status === 'passed') passed.add(experiment.en);
  }
  return [...failed].some((experiment) => passed.has(experiment));
}

function reasonOf(
  deciding: readonly Finding[],
  all: readonly Finding[],
  flaky: boolean,
  unexercised: Text,
): Text {
  const [first] = deciding;
  if (first === undefined) return unexercised;
  const why = first.reason ?? unexercised;
  const { experiment } = first;
  const plain = experiment.en === CREATION.en;
  const at = plain ? why.en : `${experiment.en}: ${why.en}`;
  const atZh = plain ? why.zh : `${experiment.zh}：${why.zh}`;
  if (flaky) {
    const judged = all.filter(({ status }) => status === 'passed' || status === 'failed').length;
    return {
      en: `flaky, ${deciding.length} of ${judged} times: ${at}`,
      zh: `时好时坏，${judged} 次中有 ${deciding.length} 次：${atZh}`,
    };
  }
  const more = deciding.length - 1;
  return more === 0
    ? { en: at, zh: atZh }
    : { en: `${at} (and ${more} more)`, zh: `${atZh}（另有 ${more} 处）` };
}

/**
 * What a run says of a target as a whole: nonconformant if a `must` failed (with `strict`, a
 * `should` too); else incomplete if a `must` is inconclusive or only a part was run; else conformant.
 */
export function judgeOutcome(
  requirements: readonly RequirementResult[],
  partial: boolean,
  strict: boolean,
): Outcome {
  const counts = ({ level }: RequirementResult): boolean => level === 'must' || strict;
  if (requirements.some((one) => counts(one) && one.status === 'failed')) return 'nonconformant';
  const open = requirements.some((one) => counts(one) && one.status === 'inconclusive');
  return open || partial ? 'incomplete' : 'conformant';
}
