import { ConformanceError } from '../error.js';
import { forecastSentence } from '../report/forecast.js';
import type { Lang } from '../report/lang.js';
import { createProgress } from '../report/progress.js';
import { drawWarnings } from '../report/warnings.js';
import { drive } from './drive.js';
import { fullCommand } from './full-command.js';
import type { RepeatedOptions } from './full-command.js';
import { languageOf } from './language.js';
import { openRun } from './open-run.js';
import { printOutcome } from './print-outcome.js';
import { publish } from './publish.js';
import { levelsOf, verdictSoFar } from './verdict-so-far.js';

/** The options of `run`; absent where they were not given. */
export interface RunOptions extends RepeatedOptions {
  readonly lang?: Lang;
  readonly only: readonly string[];
  readonly json: boolean;
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
  const run = await openRun({
    commandLine: variablesOf(options),
    environment: process.env,
    out,
    only: options.only,
    strict,
    effort: options.effort,
    endpoints: options.endpoints,
    frontEnd: 'run',
    fullCommand: fullCommand(options),
  });
  const { session, settings } = run;
  const progress = createProgress({
    stream: process.stderr,
    lang,
    isTTY: process.stderr.isTTY,
    total: session.cases.length,
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
    process.stderr.write(`${forecastSentence(session.forecast, lang)}\n`);
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
    if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
    else printOutcome(record, lang, reports);
    if (unwritten !== undefined) throw unwritten;
    return record.exitCode;
  } finally {
    for (const signal of ENDING) process.off(signal, stop);
    await run.close();
  }
}

/** @throws ConformanceError `usage` when it is no positive number of seconds */
function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0 && value <= 3600) return Math.ceil(value * 1000);
  throw new ConformanceError(
    'usage',
    {
      en: `--timeout takes seconds, more than 0 and at most 3600, but got ${JSON.stringify(text)}.`,
      zh: `--timeout 应为秒数，大于 0 且不超过 3600，实际为 ${JSON.stringify(text)}。`,
    },
    { en: 'For example: --timeout 15', zh: '例如：--timeout 15' },
  );
}

function variablesOf(options: RunOptions): Record<string, string> {
  const total = options.timeout === undefined ? undefined : seconds(options.timeout);
  if (options.baseUrl === '') throw noAddress();
  return {
    ...(options.baseUrl === undefined ? {} : { CMDB_BASE_URL: options.baseUrl }),
    ...(options.fixture === undefined ? {} : { CMDB_FIXTURE: options.fixture }),
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

/** An empty variable counts as not set; an empty option would silently mean the embedded CMDB. */
function noAddress(): ConformanceError {
  return new ConformanceError(
    'usage',
    { en: '--base-url is empty.', zh: '--base-url 为空。' },
    {
      en: 'Give an address, as in --base-url https://paas.example.com, or leave the option out.',
      zh: '请给出地址，例如 --base-url https://paas.example.com，或去掉该选项。',
    },
  );
}
