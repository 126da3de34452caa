import { diagnose } from '../engine/doctor/diagnose.js';
import { ConformanceError } from '../error.js';
import { CHECKS, DIAGNOSIS_FORMAT } from '../record/diagnosis.js';
import type { Check, Diagnosis } from '../record/diagnosis.js';
import { exitCodeOfDiagnosis } from '../record/exit-code.js';
import { drawCheck, drawDiagnosisEnd } from '../report/console/diagnosis.js';
import type { Lang } from '../report/lang.js';
import { thingOf } from '../report/sentences/about.js';
import { widthOf } from './draw-rows.js';
import { fullCommand } from './full-command.js';
import type { RepeatedOptions } from './full-command.js';
import { languageOf } from './language.js';
import { NOWHERE } from './file/ledger-file.js';
import { prepareRun } from './run/prepare-run.js';
import type { PreparedRun } from './run/prepare-run.js';
import { productVersion } from './project.js';
import { variablesOf } from './settings/run-variables.js';

/** The options of `doctor`; absent where they were not given. */
export interface DoctorOptions extends Omit<RepeatedOptions, 'out' | 'strict'> {
  readonly lang?: Lang;
  readonly json: boolean;
}

/**
 * Looks whether a run can go ahead, and prints what it sees as it goes. Nothing is written to disk.
 *
 * @returns the exit code: 0 where it can, else that of the run which would end for what is wrong
 * @throws ConformanceError `usage` for an option that can't be used
 */
export async function doctorCommand(options: DoctorOptions): Promise<number> {
  const { lang = languageOf(process.env), json } = options;
  const command = fullCommand({ ...options, strict: false });
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const look = { color, width: widthOf(process.stdout) };
  const checks: Check[] = [];
  const tell = (check: Check, endpoints: Parameters<typeof thingOf>[0]): void => {
    checks.push(check);
    const about = { thing: thingOf(endpoints) };
    if (!json) process.stdout.write(drawCheck(check, about, lang, look));
  };
  const prepared = await prepare(options, command);
  if ('kind' in prepared) tell(prepared, []);
  else {
    const { options: opened, way, close } = prepared;
    const endpoints = opened.endpoints.flatMap(({ effect }) => effect ?? []);
    try {
      const diagnosis = diagnose({ ...opened, way, writeLedger: NOWHERE.write });
      for await (const check of diagnosis) tell(check, endpoints);
    } finally {
      await close();
    }
  }
  const exitCode = exitCodeOfDiagnosis(checks);
  const seen = new Set(checks.map(({ kind }) => kind));
  const diagnosis: Diagnosis = {
    format: DIAGNOSIS_FORMAT,
    suite: { version: productVersion() },
    ...('kind' in prepared ? {} : { target: targetOf(prepared) }),
    checks,
    notReached: exitCode === 0 ? [] : CHECKS.filter((kind) => !seen.has(kind)),
    exitCode,
    command,
  };
  const told = json
    ? `${JSON.stringify(diagnosis, null, 2)}\n`
    : drawDiagnosisEnd(diagnosis, lang, look);
  process.stdout.write(told);
  return exitCode;
}

function targetOf({ options: { settings } }: PreparedRun): NonNullable<Diagnosis['target']> {
  return { baseUrl: settings.baseUrl, embedded: settings.embedded };
}

/** Settles the configuration, or tells what is wrong with it as `run` does. */
async function prepare(
  options: DoctorOptions,
  command: string,
): Promise<PreparedRun | Extract<Check, { kind: 'configuration' }>> {
  const commandLine = variablesOf(options);
  try {
    return await prepareRun({
      commandLine,
      environment: process.env,
      out: '',
      only: [],
      strict: false,
      effort: options.effort,
      endpoints: options.endpoints,
      frontEnd: 'run',
      fullCommand: command,
    });
  } catch (error) {
    if (!(error instanceof ConformanceError) || error.code !== 'usage') throw error;
    const { parts: told } = error;
    return { kind: 'configuration', result: 'wrong', variables: 0, doubts: [], notes: [], told };
  }
}
