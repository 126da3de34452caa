import type { EndpointOutline } from '../../contract/outline.js';
import { withoutEffect } from '../../effects/none/none.js';
import { declare } from '../../record/declarations.js';
import type { Ending, Note } from '../../record/ending.js';
import type { CaseFinding } from '../../record/finding.js';
import type { Problem } from '../../record/problem.js';
import type { CaseResult, RequirementResult } from '../../record/record.js';
import { judgeRequirement } from '../../record/roll-up.js';
import { staleNotes } from '../../record/stale.js';
import { judgedFindings } from '../case/case-result.js';
import type { Run, Tools } from '../run.js';

/** One endpoint of a run; without a run where it has no effect, or was never begun. */
export interface EndpointParts {
  readonly outline: EndpointOutline;
  readonly run: Run | undefined;
  readonly hasEffect: boolean;
  readonly results: readonly CaseResult[];
}

/** The verdict on a requirement, and what is declared of it and did not occur. */
export interface JudgedRequirement {
  readonly result: RequirementResult;
  readonly stale: readonly Note[];
}

/** The verdicts on all requirements of an endpoint, in their order. */
export function judgeRequirements(
  { tools, ended }: { readonly tools: Tools; readonly ended: Ending | undefined },
  one: EndpointParts,
): JudgedRequirement[] {
  const { outline, results } = one;
  const { endpoint } = outline;
  const byRequirement = new Map<string, CaseFinding[]>();
  for (const finding of findingsOf(one)) {
    const known = byRequirement.get(finding.requirement);
    if (known === undefined) byRequirement.set(finding.requirement, [finding]);
    else known.push(finding);
  }
  const { contract, declarations } = tools;
  const requirements = [...outline.requirements, ...(one.hasEffect ? contract.conventions : [])];
  return requirements.map((requirement): JudgedRequirement => {
    const declared = results
      .filter((result) => result.requirements.includes(requirement.id))
      .map((result) => result.id);
    const unexercised = declared.length === 0 ? 'not-exercised' : 'undecided';
    const kind = ended === undefined ? unexercised : 'run-ended';
    const found = byRequirement.get(requirement.id) ?? [];
    const nothing = declare(endpoint, nothingFound(requirement.id, { kind }), declarations);
    const findings = found.length === 0 && nothing.declared !== undefined ? [nothing] : found;
    const result = judgeRequirement(endpoint, requirement, findings, declared, { kind });
    return { result, stale: staleNotes(result, findings, declarations) };
  });
}

/** That nothing came back which decides a requirement. */
function nothingFound(requirement: string, problem: Problem): CaseFinding {
  const none = { trial: 'none', evidence: [], caseId: 'preflight' } as const;
  return { requirement, status: 'inconclusive', problem, ...none };
}

function findingsOf({ outline, run, hasEffect }: EndpointParts): CaseFinding[] {
  if (!hasEffect) return withoutEffect(outline).map((one) => ({ ...one, caseId: 'preflight' }));
  return run === undefined ? [] : judgedFindings(run);
}
