import type { Ending } from './ending.js';
import type { Outcome } from './record.js';

/** The one place where an exit code is decided. */
export const EXIT_CODES = {
  conformant: 0,
  nonconformant: 1,
  usage: 2,
  incomplete: 3,
  unreachable: 4,
  internal: 5,
} as const;

/** Endings that the settings are the cause of. */
const USAGE: ReadonlySet<Ending['kind']> = new Set([
  'misconfigured',
  'fixture-wrong',
  'fixture-taken',
  'fixture-mismatched',
  'fixture-held',
  'no-removal',
]);

/** Endings that say nothing of the way to the target, whether the API ever answered or not. */
const ELSEWHERE: ReadonlySet<Ending['kind']> = new Set(['interrupted', 'suite-failed']);

/** Endings of which no verdict on the API was possible, though it answered. */
const NO_VERDICT: ReadonlySet<Ending['kind']> = new Set(['identities-refused', 'permission']);

/**
 * Whether an ending leaves no verdict on the API.
 *
 * @param ended - why the run ended early
 * @param hasApiAnswered - whether anything of the API ever answered
 */
export function leavesNoVerdict(ended: Ending | undefined, hasApiAnswered: boolean): boolean {
  if (ended === undefined || ELSEWHERE.has(ended.kind)) return false;
  return USAGE.has(ended.kind) || NO_VERDICT.has(ended.kind) || !hasApiAnswered;
}

/**
 * The exit code of a run.
 *
 * @param ended - why it ended early; undefined where it did not
 * @param hasApiAnswered - whether anything of the API ever answered
 */
export function exitCodeOf(
  outcome: Outcome,
  ended: Ending | undefined,
  hasApiAnswered: boolean,
): number {
  if (!leavesNoVerdict(ended, hasApiAnswered)) return EXIT_CODES[outcome];
  return ended !== undefined && USAGE.has(ended.kind) ? EXIT_CODES.usage : EXIT_CODES.unreachable;
}
