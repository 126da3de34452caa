import type { Problem } from '../record/problem.js';
import type { RequirementResult } from '../record/record.js';
import type { Text } from '../text.js';
import { problemOf, reasonOf, withDeclared } from './reason.js';
import { aboutOf, keyOf, type RecordIndex } from './record-index.js';
import { causeSentence } from './sentences/common-cause.js';

/** Requirements that have their verdict for one reason. */
export interface ReasonGroup {
  /** The reason that all have in common, whole where it is the same word for word. */
  readonly reason: Text;
  readonly problem: Problem | undefined;
  readonly results: readonly RequirementResult[];
}

const NONE: Text = { en: '', zh: '' };

/**
 * Puts requirements with the same problem together, or with a common cause, so that each reason is
 * told once: a run that ended early would else repeat one sentence for every rule.
 *
 * @param results - of one verdict
 * @param index - of their record
 * @returns groups in the order of their first requirement
 */
export function groupReasons(
  results: readonly RequirementResult[],
  index: RecordIndex,
): readonly ReasonGroup[] {
  const groups = new Map<string, RequirementResult[]>();
  for (const result of results) {
    const common = index.causes.get(keyOf(result));
    const key = common === undefined ? problemKey(result) : `cause ${keyOf(common.cause)}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].map((members) => ({
    reason: common(members, index),
    problem: members[0]?.problem,
    results: members,
  }));
}

/**
 * What tells one problem from another: its kind and its values, whatever it came up in, what declares
 * it, and the endpoint, whose word for what it creates its sentence may have.
 *
 * @param result - one that passed has no problem
 */
export function problemKey(
  result: Pick<RequirementResult, 'endpoint' | 'problem' | 'deviation' | 'waiver'>,
): string {
  return JSON.stringify([result.endpoint, result.problem, result.deviation, result.waiver]);
}

function common(members: readonly RequirementResult[], index: RecordIndex): Text {
  const [first] = members;
  if (first === undefined) return NONE;
  const cause = index.causes.get(keyOf(first));
  if (cause !== undefined) return causeSentence(cause, aboutOf(index, first.endpoint));
  const around = ({ trial, times, flaky }: RequirementResult): string =>
    JSON.stringify([trial, times, flaky]);
  const same = members.every((member) => around(member) === around(first));
  if (same) return reasonOf(index, first) ?? NONE;
  return withDeclared(first, problemOf(index, first) ?? NONE);
}
