import { printOutcome } from '../../../src/cli/run/print-outcome.js';
import { currentRun } from './current-run.js';

/** Prints the outcome of the run of this process, if there is one and it is not printed yet. */
export function printOnce(): void {
  const { published, lang, printed } = currentRun;
  if (published === undefined || printed === true) return;
  currentRun.printed = true;
  printOutcome(published.record, lang, published.reports);
}
