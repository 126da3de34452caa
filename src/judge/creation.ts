import type { Finding } from '../record/finding.js';
import type { Problem, Stored } from '../record/problem.js';

/** What a thing on a target holds, by the names of the members that ask for it. */
export type Holds = Readonly<Record<string, bigint | string>>;

/** A thing as a lookup shows it. It may hold more than a request asks for. */
export interface Row {
  readonly id: bigint;
  readonly holds: Holds;
}

/** What was asked for, what was answered, and what was found afterwards. */
export interface CreationSeen {
  /** What the request asks to be stored. */
  readonly asked: Holds;
  /** Path of the id in the answer; undefined where the endpoint gives none. */
  readonly idAt: string | undefined;
  /** The id that was answered; undefined when there was none. */
  readonly id: bigint | undefined;
  /** The row that has the answered id, wherever it was found. */
  readonly row: Row | undefined;
  /** All other new rows where it was asked for. */
  readonly others: readonly Row[];
  /** True when the id was given before in this run and its thing is still there. */
  readonly idInUse: boolean;
  /** True when the id was given before in this run and its thing was removed. */
  readonly idUsedBefore: boolean;
  readonly evidence: readonly number[];
}

/** The trial of every valid request: what it creates is the same whichever case sends it. */
export const VALID = 'valid';

/** Above it a double can't hold every integer. */
const EXACT_IN_DOUBLES = 2n ** 53n;

/** True for an id that a double may round. */
export function isLarge(id: bigint): boolean {
  return id > EXACT_IN_DOUBLES || id < -EXACT_IN_DOUBLES;
}

/**
 * Judges a success. It proves nothing by itself either: what was created must be found, with the
 * returned id, once, as it was asked for, and nothing else.
 */
export function judgeCreation(seen: CreationSeen): Finding[] {
  const finding = (requirement: string, problem: Problem | undefined): Finding => ({
    requirement,
    status: problem === undefined ? 'passed' : 'failed',
    trial: VALID,
    evidence: seen.evidence,
    ...(problem === undefined ? {} : { problem }),
  });
  const { idAt } = seen;
  return [
    finding('effect.created', effectProblem(seen)),
    ...(idAt === undefined
      ? []
      : [
          finding(`response.${idAt}.identity`, identityProblem(seen)),
          finding(`response.${idAt}.not_reused`, reuseProblem(seen)),
        ]),
    ...exactness(seen, finding),
  ];
}

function effectProblem({ row, others, asked }: CreationSeen): Problem | undefined {
  const right = others.filter((other) => isRight(other, asked));
  if (row !== undefined && !isRight(row, asked)) {
    return {
      kind: 'stored-otherwise',
      asked: stored({ id: row.id, holds: asked }, asked),
      found: stored(row, asked),
    };
  }
  const unasked = row === undefined ? others.filter((other) => !right.includes(other)) : others;
  if (unasked.length > 0 || right.length > 1) {
    const found = unasked.length > 0 ? unasked : right;
    return { kind: 'created-more', found: found.map((each) => stored(each, asked)) };
  }
  return row === undefined && right.length === 0 ? { kind: 'not-created' } : undefined;
}

function identityProblem({ id, row, others, idInUse }: CreationSeen): Problem | undefined {
  if (id === undefined) return { kind: 'id-missing' };
  if (idInUse) return { kind: 'id-in-use', id: id.toString() };
  if (row !== undefined) return undefined;
  return {
    kind: 'id-unknown',
    id: id.toString(),
    found: others.map((other) => other.id.toString()),
  };
}

function reuseProblem({ id, idUsedBefore }: CreationSeen): Problem | undefined {
  return idUsedBefore && id !== undefined
    ? { kind: 'id-given-again', id: id.toString() }
    : undefined;
}

function exactness(
  { row, asked }: CreationSeen,
  finding: (requirement: string, problem: Problem | undefined) => Finding,
): Finding[] {
  if (row === undefined) return [];
  return Object.entries(asked).flatMap(([at, sent]) => {
    if (typeof sent !== 'bigint' || !isLarge(sent)) return [];
    const found = row.holds[at];
    return [
      finding(
        `request.${at}.exact`,
        sent === found
          ? undefined
          : { kind: 'value-changed', at, sent: sent.toString(), found: String(found) },
      ),
    ];
  });
}

function isRight({ holds }: Row, asked: Holds): boolean {
  return Object.entries(asked).every(([member, value]) => holds[member] === value);
}

/** A row as a problem names it: of what it holds, the members that were asked for. */
function stored({ id, holds }: Row, asked: Holds): Stored {
  return {
    id: id.toString(),
    holds: Object.fromEntries(
      Object.keys(asked).map((member) => [member, String(holds[member] ?? '')]),
    ),
  };
}
