import type { Text } from '../text.js';
import type { Finding } from '../record/finding.js';

/** An instance association as a lookup shows it. */
export interface Row {
  readonly id: bigint;
  readonly association: string;
  readonly source: bigint;
  readonly target: bigint;
}

/** What was asked for, what was answered, and what was found afterwards. */
export interface CreationSeen {
  readonly association: string;
  readonly source: bigint;
  readonly target: bigint;
  /** The id that was answered; undefined when there was none. */
  readonly id: bigint | undefined;
  /** The row that has the answered id, wherever it was found. */
  readonly row: Row | undefined;
  /** All other rows between the two instances, in either direction, that were not there before. */
  readonly others: readonly Row[];
  /** True when the id was given before in this run and its association is still there. */
  readonly idInUse: boolean;
  /** True when the id was given before in this run and its association was removed. */
  readonly idUsedBefore: boolean;
  readonly evidence: readonly number[];
}

/** A reason that is about a creation does not say so once more. */
export const CREATION: Text = { en: 'creation', zh: '新增' };
/** Above it a double can't hold every integer. */
const EXACT_IN_DOUBLES = 2n ** 53n;

/**
 * Judges a success. It proves nothing by itself either: what was created must be found, with the
 * returned id, once, between the right instances, under the right association, and nothing else.
 */
export function judgeCreation(seen: CreationSeen): Finding[] {
  const finding = (requirement: string, problem: Text | undefined): Finding => ({
    requirement,
    status: problem === undefined ? 'passed' : 'failed',
    experiment: CREATION,
    evidence: seen.evidence,
    ...(problem === undefined ? {} : { reason: problem }),
  });
  return [
    finding('effect.created', effectProblem(seen)),
    finding('response.data.id.identity', identityProblem(seen)),
    finding('response.data.id.not_reused', reuseProblem(seen)),
    ...exactness(seen, finding),
  ];
}

function effectProblem({
  row,
  others,
  association,
  source,
  target,
}: CreationSeen): Text | undefined {
  const right = others.filter((other) => isRight(other, association, source, target));
  if (row !== undefined && !isRight(row, association, source, target)) {
    return {
      en: `stored wrongly: asked for ${shown({ id: row.id, association, source, target })}, found ${shown(row)}`,
      zh: `存储有误：请求 ${shown({ id: row.id, association, source, target })}，实际 ${shown(row)}`,
    };
  }
  const unasked = row === undefined ? others.filter((other) => !right.includes(other)) : others;
  if (unasked.length > 0 || right.length > 1) {
    const list = (unasked.length > 0 ? unasked : right).map(shown).join('; ');
    return { en: `more was created than asked for: ${list}`, zh: `创建了多余的关联关系：${list}` };
  }
  if (row === undefined && right.length === 0) {
    return {
      en: 'accepted, but no such association was found afterwards',
      zh: '返回成功，但之后查不到该关联关系',
    };
  }
  return undefined;
}

function identityProblem({ id, row, others, idInUse }: CreationSeen): Text | undefined {
  if (id === undefined) {
    return { en: 'the answer has no id', zh: '应答中没有 id' };
  }
  if (idInUse) {
    return {
      en: `id ${id} is the id of another association that is still there`,
      zh: `id ${id} 属于另一个仍然存在的关联关系`,
    };
  }
  if (row !== undefined) return undefined;
  const found = others.map((other) => other.id.toString()).join(', ');
  return {
    en: `id ${id} was returned, but the id found is: ${found || 'none'}`,
    zh: `返回的 id 为 ${id}，实际查到的 id 为：${found || '无'}`,
  };
}

function reuseProblem({ id, idUsedBefore }: CreationSeen): Text | undefined {
  return idUsedBefore && id !== undefined
    ? {
        en: `id ${id} was given again after its deletion`,
        zh: `id ${id} 在删除后又被再次使用`,
      }
    : undefined;
}

function exactness(
  { row, source, target }: CreationSeen,
  finding: (requirement: string, problem: Text | undefined) => Finding,
): Finding[] {
  if (row === undefined) return [];
  const sides = [
    ['request.bk_inst_id.exact', source, row.source],
    ['request.bk_asst_inst_id.exact', target, row.target],
  ] as const;
  return sides
    .filter(([, sent]) => sent > EXACT_IN_DOUBLES || sent < -EXACT_IN_DOUBLES)
    .map(([requirement, sent, found]) =>
      finding(
        requirement,
        sent === found
          ? undefined
          : { en: `sent ${sent}, found ${found}`, zh: `发送 ${sent}，查到 ${found}` },
      ),
    );
}

function isRight(row: Row, association: string, source: bigint, target: bigint): boolean {
  return row.association === association && row.source === source && row.target === target;
}

function shown(row: Row): string {
  return `id ${row.id}: ${row.association} ${row.source} → ${row.target}`;
}
