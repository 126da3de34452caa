import type { Problem, ProblemKind } from './problem.js';

/** A failure that the user accepts. */
export interface Waiver {
  readonly endpoint: string;
  readonly requirement: string;
  /** Only where it came up in this case; without it, in any. */
  readonly case?: string;
  /** Only a problem of this kind; without it, of any. */
  readonly problem?: ProblemKind;
  readonly reason: string;
  readonly ticket?: string;
  readonly owner?: string;
  /** The last day that it holds for, `yyyy-mm-dd` in UTC; without it, it does not end. */
  readonly expires?: string;
}

/** True where a waiver is for this failure. */
export function isWaived(
  waiver: Waiver,
  {
    trial,
    problem,
    caseId,
  }: { readonly trial: string; readonly problem?: Problem; readonly caseId?: string },
): boolean {
  return (
    (waiver.case === undefined || waiver.case === trial || waiver.case === caseId) &&
    (waiver.problem === undefined || waiver.problem === problem?.kind)
  );
}

/**
 * True once the last day of a waiver is over, in UTC.
 *
 * @param now - milliseconds since 1970
 */
export function hasExpired({ expires }: Pick<Waiver, 'expires'>, now: number): boolean {
  return expires !== undefined && new Date(now).toISOString().slice(0, 10) > expires;
}
