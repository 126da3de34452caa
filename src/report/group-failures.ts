import type { RequirementResult } from '../record/record.js';
import type { CommonCause } from './causes/common-cause.js';
import { decisive } from './evidence.js';
import { problemKey } from './group-reasons.js';
import { keyOf, type RecordIndex } from './record-index.js';

/** A failure with those that it explains. */
export interface FailureGroup {
  readonly cause: RequirementResult;
  /** What it and others fail for: it stands for all of them, whatever their verdict. */
  readonly common?: CommonCause;
  /** Broken by the same answers or for the same reason: they may well follow from the cause. */
  readonly followers: readonly RequirementResult[];
}

/** A failure and what decides where it belongs. */
interface Ranked {
  readonly result: RequirementResult;
  readonly rank: number;
  readonly problem: string;
}

/** What asks for an accepted request: it can't hold where the answer is no envelope. */
const ACCEPTANCE =
  /^(endpoint\.|auth\.[^.]+\.accepted$|effect\.|request\.sample$|request\.[^.]+\.exact$)/;

/**
 * Groups failures by what they have in common, the likely cause first: an answer that is no JSON
 * breaks eight rules, and the one to read is the rule about JSON. Where several fail for one cause,
 * that comes first, once, the cause of most before the others. Nothing is left out, and rules that are broken independently of each other
 * stay apart.
 *
 * @param results - failed requirements, in the order of the record
 * @param index - of their record
 */
export function groupFailures(
  results: readonly RequirementResult[],
  index: RecordIndex,
): readonly FailureGroup[] {
  const ranked = results
    .filter((result) => {
      const common = index.causes.get(keyOf(result));
      return common === undefined || keyOf(common.cause) === keyOf(result);
    })
    .map((result): Ranked => ({
      result,
      rank: rankOf(result, index),
      problem: problemKey(result),
    }))
    .toSorted((a, b) => a.rank - b.rank);
  const groups: { cause: Ranked; followers: Ranked[] }[] = [];
  for (const each of ranked) {
    const group = groups.find(({ cause }) => isExplainedBy(each, cause, index));
    if (group === undefined) groups.push({ cause: each, followers: [] });
    else group.followers.push(each);
  }
  return groups
    .map(({ cause, followers }): FailureGroup => {
      const common = index.causes.get(keyOf(cause.result));
      return {
        cause: cause.result,
        followers: followers.map(({ result }) => result),
        ...(common && { common }),
      };
    })
    .toSorted((a, b) => (b.common?.results.length ?? 0) - (a.common?.results.length ?? 0));
}

/** All failures that stand in a group. */
export function rulesOf({ cause, common, followers }: FailureGroup): readonly RequirementResult[] {
  return [...(common?.results ?? [cause]), ...followers];
}

/** How near to the cause a rule is: nothing reached, nothing readable, no envelope, wrong content. */
function rankOf(result: RequirementResult, index: RecordIndex): number {
  const { id } = result;
  const status = decisive(index, result)?.exchange.answer?.status ?? 0;
  if (id === 'endpoint.method' && status === 405) return 0;
  if (id === 'endpoint.address' && (status === 404 || (status >= 300 && status < 400))) return 0;
  if (/^(transport|response\.body)\./.test(id)) return 1;
  if (/^response\..+\.(present|type)$/.test(id)) return 2;
  return /^(response|convention)\./.test(id) ? 3 : 4;
}

function isExplainedBy(each: Ranked, cause: Ranked, index: RecordIndex): boolean {
  if (each.result.endpoint !== cause.result.endpoint) return false;
  if (each.problem === cause.problem) return true;
  return mayFollow(each, cause) && isCovered(each.result, cause.result, index);
}

/** Whether the one could come of the other, by what they are about. */
function mayFollow(each: Ranked, cause: Ranked): boolean {
  if (cause.rank > 2) return false;
  const { id } = each.result;
  if (each.rank === cause.rank) return memberOf(id).startsWith(`${memberOf(cause.result.id)}.`);
  return (
    each.rank > cause.rank && (cause.rank < 2 || ACCEPTANCE.test(id) || id.startsWith('response.'))
  );
}

/** `response.data` of `response.data.type`: a member that is no object has no members of its own. */
function memberOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

/** True when the exchange that shows a failure is one of those, or of a case, that another decided. */
function isCovered(result: RequirementResult, by: RequirementResult, index: RecordIndex): boolean {
  const placed = decisive(index, result);
  if (placed === undefined) return false;
  const { exchange, of } = placed;
  return by.evidence.includes(exchange.n) || (of !== undefined && by.cases.includes(of.id));
}
