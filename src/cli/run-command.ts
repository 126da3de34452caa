import { ConformanceError } from '../error.js';
import type { Lang } from '../report/lang.js';
import { createProgress } from '../report/progress.js';
import { ALL_CASES } from '../suite/cases/all-cases.js';
import type { RunRecord } from '../suite/record.js';
import { drive } from './drive.js';
import { openRun } from './open-run.js';
import type { EmbeddedOptions } from '../embedded/start.js';
import { printOutcome } from './print-outcome.js';
import { publish } from './publish.js';
import { refuseUnknownNames } from './refuse-unknown-names.js';

/** The options of `run`. */
export interface RunOptions {
  readonly baseUrl?: string;
  readonly out: string;
  readonly only: readonly string[];
  /** Seconds for one exchange in all. */
  readonly timeout?: string;
  readonly strict: boolean;
  readonly lang: Lang;
  readonly json: boolean;
  readonly insecure: boolean;
  readonly redactUsers: boolean;
  readonly embedded?: EmbeddedOptions;
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
  refuseUnknownNames(options.only, ALL_CASES);
  const run = await openRun({
    commandLine: variablesOf(options),
    environment: process.env,
    out: options.out,
    only: options.only,
    strict: options.strict,
    frontEnd: 'run',
    fullCommand: 'npx cmdb-conformance run',
    ...(options.embedded === undefined ? {} : { embedded: options.embedded }),
  });
  const { session, settings } = run;
  const progress = createProgress({
    stream: process.stderr,
    lang: options.lang,
    isTTY: process.stderr.isTTY,
    total: session.cases.length,
  });
  const stop = (signal: string): void => {
    session.interrupt({ en: `interrupted by ${signal}`, zh: `被 ${signal} 中断` });
  };
  for (const signal of ENDING) process.on(signal, stop);
  try {
    progress.begin(settings.embedded ? 'embedded CMDB' : settings.baseUrl);
    const record = await drive(session, (id, status) => {
      progress.advance(id, status);
    });
    progress.end();
    const reports = await publish(record, options, (text) => session.leak(text));
    print(record, options, reports);
    return record.exitCode;
  } finally {
    for (const signal of ENDING) process.off(signal, stop);
    await run.close();
  }
}

function print(record: RunRecord, options: RunOptions, reports: readonly string[]): void {
  if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  else printOutcome(record, options.lang, reports);
}

/** @throws ConformanceError `usage` when it is no positive number of seconds */
function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0 && value <= 3600) return Math.ceil(value * 1000);
  throw new ConformanceError(
    'usage',
    `--timeout takes seconds, more than 0 and at most 3600, but got ${JSON.stringify(text)}.`,
    'For example: --timeout 15',
  );
}

function variablesOf(options: RunOptions): Record<string, string> {
  const total = options.timeout === undefined ? undefined : seconds(options.timeout);
  return {
    ...(options.baseUrl === undefined ? {} : { CMDB_BASE_URL: options.baseUrl }),
    ...(options.insecure ? { CMDB_INSECURE: '1' } : {}),
    ...(options.redactUsers ? { CMDB_REDACT_USERS: '1' } : {}),
    ...(total === undefined
      ? {}
      : {
          CMDB_TOTAL_TIMEOUT_MS: String(total),
          CMDB_FIRST_BYTE_TIMEOUT_MS: String(Math.min(total, 10_000)),
          CMDB_CONNECT_TIMEOUT_MS: String(Math.min(total, 5000)),
        }),
  };
}
