import type { Problem, ProblemKind } from '../../record/problem.js';
import type { CaseResult, RequirementResult } from '../../record/record.js';

/** What several requirements of one endpoint fail for. */
export type CommonCause = {
  readonly endpoint: string;
  /** The one to read: a `must` where there is one. */
  readonly cause: RequirementResult;
  /** All that fail for it, in the order of the record. */
  readonly results: readonly RequirementResult[];
} & (
  | {
      /** Requests are accepted whatever the member is, or is not. */
      readonly kind: 'member-ignored';
      readonly member: string;
      /** True where other rules say what the member is for. */
      readonly hasMeaning: boolean;
    }
  | {
      /** Requests are accepted whatever these credentials are, or are not. */
      readonly kind: 'credentials-unchecked';
      readonly names: readonly string[];
    }
  | {
      /** A member that answers should have is never there. */
      readonly kind: 'member-never-answered';
      readonly member: string;
    }
  | {
      /** No answer has the documented form. */
      readonly kind: 'never-the-envelope';
      readonly problem: Problem;
      /** The members that are missing, where that is the problem. */
      readonly missing: readonly string[];
    }
);

/** What was found on one endpoint. */
export interface Found {
  readonly endpoint: string;
  readonly requirements: readonly RequirementResult[];
  readonly cases: readonly CaseResult[];
}

/**
 * The paths of the members that requirements are about, outer ones before what they hold.
 *
 * @param about - `request` or `response`, with which their ids begin
 */
export function membersOf({ requirements }: Found, about: string): string[] {
  const paths = new Set<string>();
  for (const { id } of requirements) {
    const [first, ...rest] = id.split('.');
    if (first === about && rest.length > 1) paths.add(rest.slice(0, -1).join('.'));
  }
  return [...paths].sort((a, b) => a.split('.').length - b.split('.').length);
}

/** The requirements that were judged: the others say neither yes nor no. */
export function judged(results: readonly RequirementResult[]): readonly RequirementResult[] {
  return results.filter(({ status }) => /^(passed|failed|deviation)$/.test(status));
}

/** How something is accepted that has to be refused. */
const TAKEN: ReadonlySet<ProblemKind> = new Set([
  'accepted',
  'created-all-the-same',
  'appeared-later',
]);

/** True where something that has to be refused was accepted, each time that it was tried. */
export function isTaken({ status, problem, flaky }: RequirementResult): boolean {
  const isBroken = status === 'failed' || status === 'deviation';
  return isBroken && flaky !== true && problem !== undefined && TAKEN.has(problem.kind);
}

/** True where a case about nothing else than requirements with this beginning passed. */
export function isContradicted({ cases }: Found, beginning: string): boolean {
  return cases.some(
    ({ status, requirements }) =>
      status === 'passed' &&
      requirements.length > 0 &&
      requirements.every((id) => id.startsWith(beginning)),
  );
}

/** Of requirements that fail for one cause, those that count as failed and the one to read. */
export function failedOf(
  results: readonly RequirementResult[],
): Pick<CommonCause, 'cause' | 'results'> | undefined {
  const failed = results.filter(({ status }) => status === 'failed');
  const cause = failed.find(({ level }) => level === 'must') ?? failed[0];
  return cause === undefined || failed.length < 2 ? undefined : { cause, results: failed };
}
