import type { FullConfig, Reporter, Suite, TestError } from '@playwright/test/reporter';
import { forecastSentence } from '../../../src/report/console/forecast.js';
import { currentRun } from './current-run.js';
import { ENDPOINT } from './endpoint.js';
import { printOnce } from './print-once.js';

/** Tells the run which cases were chosen, and prints the outcome when the tests are over. */
export default class ConformanceReporter implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    const { pace, lang } = currentRun;
    if (pace === undefined) return;
    pace.plan(suite.allTests().map(({ title: id }) => ({ endpoint: ENDPOINT, id })));
    process.stderr.write(`${forecastSentence(pace.forecast(), lang)}\n`);
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
