import { fullPlaywrightCommand } from '../../../src/cli/full-command.js';
import { languageOf } from '../../../src/cli/language.js';
import { openRun } from '../../../src/cli/open-run.js';
import type { OpenRun } from '../../../src/cli/open-run.js';
import { publish } from '../../../src/cli/publish.js';
import { tellError } from '../../../src/cli/tell-error.js';
import { ConformanceError } from '../../../src/error.js';
import type { Lang } from '../../../src/report/lang.js';
import { currentRun } from './current-run.js';
import { endOnSignals } from './end-on-signals.js';
import { exitCodeFor } from './exit-code.js';
import { listen } from './listen.js';
import { keepPace } from './pace.js';
import { printOnce } from './print-once.js';
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
  const { run, strict } = await open(out, lang);
  const { session } = run;
  const pace = keepPace(session);
  const tell = openTeller({ session, requirements: run.contract.requirements, lang, strict });
  const close = await listen(async (caseId) => tell(await pace.result(caseId)));
  Object.assign(currentRun, { pace, lang });
  // Whatever reporter is chosen: Playwright's own exit code knows nothing of the record.
  process.on('exit', (code) => {
    process.exitCode = exitCodeFor(code);
    printOnce();
  });
  let ending: Promise<void> | undefined;
  const end = (): Promise<void> => (ending ??= endRun());
  const letGo = endOnSignals((signal) => {
    session.interrupt({ en: `interrupted by ${signal}`, zh: `被 ${signal} 中断` });
  }, end);
  const endRun = async (): Promise<void> => {
    try {
      const record = await pace.end();
      if (record !== undefined) {
        const reports = await publish(
          record,
          { out, lang },
          (text) => session.leak(text),
          (error) => (currentRun.failure = tellError(error, lang)),
        );
        currentRun.published = { record, reports };
      }
    } catch (error) {
      currentRun.failure = tellError(error, lang);
    } finally {
      await close();
      await run.close();
    }
  };
  return async () => {
    await end();
    letGo();
  };
}

/** Opens the run; a wrong configuration ends the process at once, without a stack trace. */
async function open(out: string, lang: Lang): Promise<{ run: OpenRun; strict: boolean }> {
  try {
    const strict = isStrict();
    const run = await openRun({
      commandLine: {},
      environment: process.env,
      out,
      only: [],
      strict,
      frontEnd: 'playwright',
      fullCommand: fullPlaywrightCommand(process.env),
    });
    return { run, strict };
  } catch (error) {
    process.exit(tellError(error, lang));
  }
}

function isStrict(): boolean {
  const given = process.env['CMDB_STRICT'] ?? '';
  if (given === '' || given === '0') return false;
  if (given === '1') return true;
  throw new ConformanceError(
    'usage',
    {
      en: `CMDB_STRICT takes 1 or 0, but got ${JSON.stringify(given)}.`,
      zh: `CMDB_STRICT 应为 1 或 0，实际为 ${JSON.stringify(given)}。`,
    },
    {
      en: 'With 1 a failed recommendation counts too.',
      zh: '设为 1 时，未通过的“应当”也计入结论。',
    },
  );
}
