import { EXIT_CODES } from '../../../src/record/exit-code.js';
import { currentRun } from './current-run.js';

/** Playwright's own exit code for a run that was interrupted. */
export const INTERRUPTED = 130;

/**
 * The exit code of the process: that of the record. Where all is well in the record but not with
 * Playwright, the suite itself failed.
 *
 * @param playwright - Playwright's own exit code
 */
export function exitCodeFor(playwright: number): number {
  const { published, failure, errors } = currentRun;
  if (failure !== undefined) return failure;
  if (published !== undefined && published.record.exitCode !== 0) return published.record.exitCode;
  if (playwright === INTERRUPTED) return EXIT_CODES.incomplete;
  if (playwright === 0) return 0;
  const nothingToRun =
    errors.length > 0 && errors.every((error) => error.includes('No tests found'));
  return nothingToRun ? EXIT_CODES.usage : EXIT_CODES.internal;
}
