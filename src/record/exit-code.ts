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

/** The exit code of a run. */
export function exitCodeOf(outcome: Outcome, unreachable: boolean): number {
  return unreachable ? EXIT_CODES.unreachable : EXIT_CODES[outcome];
}
