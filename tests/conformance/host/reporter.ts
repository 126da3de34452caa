import type { FullConfig, Reporter, Suite, TestError } from '@playwright/test/reporter';
import { currentRun } from './current-run.js';
import { ENDPOINT } from './endpoint.js';
import { printOnce } from './print-once.js';

/** Tells the run which cases were chosen, and prints the outcome when the tests are over. */
export default class ConformanceReporter implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    currentRun.pace?.plan(suite.allTests().map(({ title: id }) => ({ endpoint: ENDPOINT, id })));
  }

  onError({ message = '' }: TestError): void {
    currentRun.errors.push(message);
  }

  onExit(): Promise<void> {
    printOnce();
    return Promise.resolve();
  }

  printsToStdio(): boolean {
    return false;
  }
}
