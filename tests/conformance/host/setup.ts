import { fullPlaywrightCommand } from '../../../src/cli/full-command.js';
import { languageOf } from '../../../src/cli/language.js';
import { openRun } from '../../../src/cli/run/open-run.js';
import type { OpenRun } from '../../../src/cli/run/open-run.js';
import type { Requirement } from '../../../src/contract/requirement.js';
import { publish } from '../../../src/cli/run/publish.js';
import { tellError } from '../../../src/cli/tell-error.js';
import type { Lang } from '../../../src/report/lang.js';
import { currentRun } from './current-run.js';
import { endOnSignals } from './end-on-signals.js';
import { ENDPOINT } from './endpoint.js';
import { exitCodeFor } from './exit-code.js';
import { listen } from './listen.js';
import { keepPace } from './pace.js';
import { effortIn, isStrict } from './options.js';
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
  const tell = openTeller({ session, requirements: requirementsOf(run), lang, strict });
  const close = await listen(async (id) => tell(await pace.result({ endpoint: ENDPOINT, id })));
  Object.assign(currentRun, { pace, lang });
  // Whatever reporter is chosen: Playwright's own exit code knows nothing of the record.
  process.on('exit', (code) => {
    process.exitCode = exitCodeFor(code);
    printOnce();
  });
  let ending: Promise<void> | undefined;
  const end = (): Promise<void> => (ending ??= endRun());
  const letGo = endOnSignals((signal) => {
    session.interrupt(signal);
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
    const strict = isStrict(process.env);
    const run = await openRun({
      commandLine: {},
      environment: process.env,
      out,
      only: [],
      strict,
      effort: effortIn(process.env),
      endpoints: [],
      frontEnd: 'playwright',
      fullCommand: fullPlaywrightCommand(process.env),
    });
    return { run, strict };
  } catch (error) {
    process.exit(tellError(error, lang));
  }
}

/** What is judged of the endpoint that the specs are about. */
function requirementsOf({ contract: { outlines, conventions } }: OpenRun): Requirement[] {
  return [...(outlines.get(ENDPOINT)?.requirements ?? []), ...conventions];
}
