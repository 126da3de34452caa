import type { ConformanceError } from '../../error.js';
import { forecastSentence } from '../../report/console/forecast.js';
import type { Lang } from '../../report/lang.js';
import { runAnnotations } from '../../report/github/run-annotations.js';
import { createProgress } from '../../report/console/progress.js';
import { drawSummary, drawSummaryHead } from '../../report/summary/summary.js';
import { openTimeLeft } from '../../report/console/time-left.js';
import { drawWarnings } from '../../report/console/warnings.js';
import { keepRun } from '../comparison/keep-run.js';
import { freeRecord } from '../comparison/run-names.js';
import { drive } from './drive.js';
import { fullCommand } from '../full-command.js';
import type { RepeatedOptions } from '../full-command.js';
import { tellGithub } from '../github/tell-github.js';
import { languageOf } from '../language.js';
import { openRun } from './open-run.js';
import type { RunRequest } from './prepare-run.js';
import { printOutcome } from './print-outcome.js';
import { publish } from './publish.js';
import { variablesOf } from '../settings/run-variables.js';
import { levelsOf, verdictSoFar } from './verdict-so-far.js';

/** The options of `run`; absent where they were not given. */
export interface RunOptions extends RepeatedOptions {
  readonly lang?: Lang;
  readonly only: readonly string[];
  readonly json: boolean;
  /** Keeps the record under this name. */
  readonly name?: string;
  readonly runsDir: string;
  /** True tells what would be sent, and sends nothing to the target. */
  readonly dryRun: boolean;
}

/** What ends a run early, cleaned up and with its record: Ctrl-C, a CI system, a closed terminal. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the suite in this process and writes the record and all reports.
 *
 * @returns the exit code
 * @throws ConformanceError
 */
export async function runCommand(options: RunOptions): Promise<number> {
  const { out = 'reports', lang = languageOf(process.env), strict } = options;
  const kept = options.name === undefined ? undefined : freeRecord(options.name, options.runsDir);
  const request: RunRequest = {
    commandLine: variablesOf(options),
    environment: process.env,
    out,
    only: options.only,
    strict,
    effort: options.effort,
    endpoints: options.endpoints,
    frontEnd: 'run',
    fullCommand: fullCommand(options),
  };
  if (options.dryRun) {
    // It brings the embedded CMDB along, which a run against a target does without.
    const { dryRun } = await import('./dry-run.js');
    return dryRun(request, { lang, json: options.json });
  }
  const run = await openRun(request);
  const { session, settings } = run;
  const forecast = session.forecast();
  const progress = createProgress({
    stream: process.stderr,
    lang,
    isTTY: process.stderr.isTTY,
    total: session.cases.length,
    timeLeft: openTimeLeft(
      () => performance.now(),
      () => session.sent() / Math.max(1, forecast.requests),
    ),
  });
  const stop = (signal: string): void => {
    session.interrupt(signal);
  };
  for (const signal of ENDING) process.on(signal, stop);
  try {
    progress.begin(settings.embedded ? undefined : settings.baseUrl);
    const color = process.stderr.isTTY && process.env['NO_COLOR'] === undefined;
    const look = { color, width: process.stderr.columns || 100 };
    process.stderr.write(drawWarnings(settings.warnings, lang, look));
    process.stderr.write(`${forecastSentence(forecast, lang)}\n`);
    const levelOf = levelsOf(run.contract);
    const record = await drive(session, (result) => {
      progress.advance(result.id, verdictSoFar(result, session.found(result), levelOf, strict));
    });
    progress.end();
    let unwritten: ConformanceError | undefined;
    const reports = await publish(
      record,
      { out, lang },
      (text) => session.leak(text),
      (error) => (unwritten = error),
    );
    if (kept !== undefined) {
      reports.push(keepRun(record, kept, (text) => session.leak(text)));
    }
    if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
    else printOutcome(record, lang, reports);
    tellGithub(
      () => ({
        annotations: runAnnotations(record, lang),
        summaries: [drawSummary(record, lang), drawSummaryHead(record, lang)],
        leak: (text) => session.leak(text),
      }),
      lang,
    );
    if (unwritten !== undefined) throw unwritten;
    return record.exitCode;
  } finally {
    for (const signal of ENDING) process.off(signal, stop);
    await run.close();
  }
}
