import type { Check } from './diagnosis.js';
import type { Difference, RequirementChange, Severity } from './comparison/comparison.js';
import { SEVERITIES } from './comparison/comparison.js';
import { isWorse } from './comparison/severity.js';
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
  'fixture-lacking',
  'fixture-proposed',
  'fixture-mismatched',
  'fixture-held',
  'no-removal',
]);

/** Endings that say nothing of the way to the target, whether the API ever answered or not. */
const ELSEWHERE: ReadonlySet<Ending['kind']> = new Set(['interrupted', 'suite-failed']);

/** Endings of which no verdict on the API was possible, though it answered. */
const NO_VERDICT: ReadonlySet<Ending['kind']> = new Set([
  'identities-refused',
  'shut-out',
  'permission',
]);

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

/**
 * The exit code of a diagnosis: that of the run which would end for the first thing that is wrong. A
 * run that would be incomplete for it gives no verdict either.
 */
export function exitCodeOfDiagnosis(checks: readonly Check[]): number {
  const wrong = checks.find(({ result }) => result === 'wrong');
  if (wrong === undefined) return EXIT_CODES.conformant;
  const { ends } = wrong;
  return ends === undefined || USAGE.has(ends.kind) ? EXIT_CODES.usage : EXIT_CODES.unreachable;
}

/** The exit codes of a comparison, but for `usage`. */
export const COMPARISON_EXIT_CODES = {
  same: 0,
  different: 10,
  worse: 11,
  incomparable: 12,
} as const;

/**
 * The exit code of a comparison. What is accepted counts for nothing.
 *
 * @param found - what differs
 * @param failOn - differences that are less grave than this count for nothing either
 */
export function comparisonExitCode(
  found: {
    readonly comparable: boolean;
    readonly differences: readonly Pick<Difference, 'severity' | 'accepted'>[];
    readonly requirements: readonly Pick<
      RequirementChange,
      'change' | 'after' | 'severity' | 'accepted'
    >[];
  },
  failOn: Severity,
): number {
  if (!found.comparable) return COMPARISON_EXIT_CODES.incomparable;
  const open = <T extends { readonly accepted?: unknown }>(all: readonly T[]): readonly T[] =>
    all.filter(({ accepted }) => accepted === undefined);
  const severities = [...open(found.differences), ...open(found.requirements)].flatMap(
    ({ severity }) => severity ?? [],
  );
  if (severities.includes('breaking') || open(found.requirements).some(isWorse)) {
    return COMPARISON_EXIT_CODES.worse;
  }
  const most = SEVERITIES.indexOf(failOn);
  return severities.some((severity) => SEVERITIES.indexOf(severity) <= most)
    ? COMPARISON_EXIT_CODES.different
    : COMPARISON_EXIT_CODES.same;
}
