import { otherwise } from './expectation.js';
import type { ProofRun } from './target.js';

/** A wrong server that was not caught, or a right one that was blamed or wrongly told of. */
export interface ProofProblem {
  readonly id: string;
  readonly problem: string;
}

/** What the proof shows. */
export interface Proof {
  readonly defects: number;
  readonly caught: number;
  readonly variants: number;
  readonly blamed: number;
  readonly survivors: readonly ProofProblem[];
  readonly falseAlarms: readonly ProofProblem[];
  /** Right servers of which exit code, cause or what is named are not as they must be. */
  readonly wronglyTold: readonly ProofProblem[];
  /** Requirements of level `must` that no defect names and they catch. */
  readonly untested: readonly string[];
  /** Per requirement: the defects that it catches, and those that only it catches. */
  readonly requirements: readonly {
    readonly id: string;
    readonly level: 'must' | 'should';
    readonly catches: readonly string[];
    readonly alone: readonly string[];
  }[];
}

/**
 * Judges the runs of a proof. A defect is caught when the requirement that it names is failed, or,
 * where the server gives no answer, when the run is incomplete and that requirement inconclusive.
 * A right server is blamed when it is called nonconformant, and wrongly told of when its run ends or
 * tells otherwise than it must.
 *
 * @param levels - level of every requirement, by id
 */
export function judgeProof(
  runs: readonly ProofRun[],
  levels: ReadonlyMap<string, 'must' | 'should'>,
): Proof {
  const defects = runs.filter(({ target }) => target.kind === 'defect');
  const right = runs.filter(({ target }) => target.kind !== 'defect');
  const survivors = defects.filter((run) => !isCaught(run));
  const blamed = right.filter(isBlamed);
  const requirements = [...levels].map(([id, level]) => {
    const catching = defects.filter((run) => run.failed.some((failed) => failed.id === id));
    return {
      id,
      level,
      catches: catching.map((run) => run.target.id),
      alone: catching.filter((run) => run.failed.length === 1).map((run) => run.target.id),
    };
  });
  const named = new Set(defects.filter(isCaught).map((run) => run.target.requirement));
  return {
    defects: defects.length,
    caught: defects.length - survivors.length,
    variants: right.length,
    blamed: blamed.length,
    survivors: survivors.map((run) => ({ id: run.target.id, problem: survivorProblem(run) })),
    falseAlarms: blamed.map((run) => ({ id: run.target.id, problem: blameProblem(run) })),
    wronglyTold: right.flatMap((run) => {
      const problem = isBlamed(run) ? undefined : otherwise(run);
      return problem === undefined ? [] : [{ id: run.target.id, problem }];
    }),
    untested: [...levels].flatMap(([id, level]) =>
      level === 'must' && !named.has(id) ? [id] : [],
    ),
    requirements,
  };
}

/** True when the requirement that a defect names caught it. */
export function isCaught(run: ProofRun): boolean {
  const { requirement, noAnswer } = run.target;
  if (requirement === undefined || run.crashed !== undefined) return false;
  if (noAnswer === true) {
    return run.outcome === 'incomplete' && run.inconclusive.includes(requirement);
  }
  return run.failed.some((failed) => failed.id === requirement);
}

/** True when a run came to what it must: the defect is caught, or the right server rightly told of. */
export function isAsItMust(run: ProofRun): boolean {
  if (run.target.kind === 'defect') return isCaught(run);
  return !isBlamed(run) && otherwise(run) === undefined;
}

function isBlamed({ outcome, crashed }: ProofRun): boolean {
  return outcome === 'nonconformant' || crashed !== undefined;
}

function survivorProblem(run: ProofRun): string {
  if (run.crashed !== undefined) return `the suite failed: ${run.crashed}`;
  const failed = run.failed.map(({ id }) => id).join(', ') || 'nothing';
  return `${run.outcome}; ${run.target.requirement ?? '?'} did not catch it; failed: ${failed}`;
}

function blameProblem(run: ProofRun): string {
  if (run.crashed !== undefined) return `the suite failed: ${run.crashed}`;
  const reasons = Object.entries(run.reasons).slice(0, 3);
  return `${run.outcome}: ${reasons.map(([id, reason]) => `${id}: ${reason}`).join('; ')}`;
}
