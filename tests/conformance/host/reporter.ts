import type { FullConfig, Reporter, Suite, TestError } from '@playwright/test/reporter';
import { printOutcome } from '../../../src/cli/print-outcome.js';
import { currentRun } from './current-run.js';

/** Tells the run which cases were chosen, and prints the outcome when the tests are over. */
export default class ConformanceReporter implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    currentRun.pace?.plan(new Set(suite.allTests().map((test) => test.title)));
  }

  onError({ message = '' }: TestError): void {
    currentRun.errors.push(message);
  }

  onExit(): Promise<void> {
    const { published, lang } = currentRun;
    if (published !== undefined) printOutcome(published.record, lang, published.reports);
    return Promise.resolve();
  }

  printsToStdio(): boolean {
    return false;
  }
}
