import { languageOf } from '../../../src/cli/language.js';
import { openRun } from '../../../src/cli/open-run.js';
import type { OpenRun } from '../../../src/cli/open-run.js';
import { publish } from '../../../src/cli/publish.js';
import { tellError } from '../../../src/cli/tell-error.js';
import { ConformanceError } from '../../../src/error.js';
import { currentRun } from './current-run.js';
import { exitCodeFor } from './exit-code.js';
import { listen } from './listen.js';
import { keepPace } from './pace.js';
import { reportsFolder } from './reports-folder.js';
import { openTeller } from './tell-verdict.js';

/**
 * Opens the run before the first test, in Playwright's main process.
 *
 * @returns ends it after the last test: cleans up on the target and writes the reports
 */
export default async function setup(): Promise<() => Promise<void>> {
  const lang = languageOf(process.env);
  const out = reportsFolder();
  const { run, strict } = await open(out);
  const { session } = run;
  const pace = keepPace(session);
  const tell = openTeller({ session, requirements: run.contract.requirements, lang, strict });
  const close = await listen(async (caseId) => tell(await pace.result(caseId)));
  Object.assign(currentRun, { pace, lang });
  const stop = (signal: string): void => {
    session.interrupt({ en: `interrupted by ${signal}`, zh: `被 ${signal} 中断` });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whatever reporter is chosen: Playwright's own exit code knows nothing of the record.
  process.on('exit', (code) => {
    process.exitCode = exitCodeFor(code);
  });
  return async () => {
    try {
      const record = await pace.end();
      if (record !== undefined) {
        const reports = await publish(record, { out, lang }, (text) => session.leak(text));
        currentRun.published = { record, reports };
      }
    } catch (error) {
      currentRun.failure = tellError(error);
    } finally {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      await close();
      await run.close();
    }
  };
}

/** Opens the run; a wrong configuration ends the process at once, without a stack trace. */
async function open(out: string): Promise<{ run: OpenRun; strict: boolean }> {
  try {
    const strict = isStrict();
    const run = await openRun({
      commandLine: {},
      environment: process.env,
      out,
      only: [],
      strict,
      frontEnd: 'playwright',
      fullCommand: 'npx playwright test',
    });
    return { run, strict };
  } catch (error) {
    process.exit(tellError(error));
  }
}

function isStrict(): boolean {
  const given = process.env['CMDB_STRICT'] ?? '';
  if (given === '' || given === '0') return false;
  if (given === '1') return true;
  throw new ConformanceError(
    'usage',
    `CMDB_STRICT takes 1 or 0, but got ${JSON.stringify(given)}.`,
    'With 1 a failed recommendation counts too.',
  );
}
