import type { Settings } from '../../config/settings.js';
import { startEmbedded } from '../../embedded/start.js';
import { createdIn, plannedRequests } from '../../engine/pace/planned-requests.js';
import { openSession } from '../../engine/session.js';
import { openWire } from '../../http/open-wire.js';
import { DRY_RUN_FORMAT } from '../../record/planned-request.js';
import { drawDryRun } from '../../report/console/dry-run.js';
import type { Lang } from '../../report/lang.js';
import { outcomeSentence } from '../../report/sentences/outcome.js';
import { drive } from './drive.js';
import { EVERY_VARIABLE } from '../settings/every-variable.js';
import { prepareRun } from './prepare-run.js';
import type { PreparedRun, RunRequest } from './prepare-run.js';

/** In the place of what is drawn anew for each run. */
const RUN_ID = '<run>';

/**
 * Prints every request that a run would send to a prompt, right server, in order. They go to an
 * embedded CMDB that holds what the settings name; nothing goes to the target, and nothing is written.
 *
 * @returns the exit code: 0, or that of a run that would send nothing
 * @throws ConformanceError `usage` for a wrong configuration
 */
export async function dryRun(
  request: RunRequest,
  { lang, json }: { readonly lang: Lang; readonly json: boolean },
): Promise<number> {
  const prepared = await prepareRun(request);
  await prepared.close();
  const { settings, frame } = prepared.options;
  const standIn = await startEmbedded({ standsInFor: valuesOf(prepared) });
  const wire = openWire({ baseUrl: standIn.baseUrl, limits: settings.limits });
  const ledger: string[] = [];
  try {
    const session = openSession({
      ...prepared.options,
      settings: here(settings, standIn.baseUrl),
      wire,
      writeLedger: (line) => ledger.push(line),
      world: { ...prepared.options.world, runId: () => RUN_ID },
    });
    const forecast = session.forecast();
    const record = await drive(session, () => undefined);
    if (record.ended !== undefined) {
      process.stderr.write(`cmdb-conformance: ${outcomeSentence(record)[lang]}\n`);
      return record.exitCode;
    }
    const created = createdIn(ledger);
    const requests = plannedRequests(record, created);
    const told = {
      format: DRY_RUN_FORMAT,
      suite: { version: frame.version, effort: frame.effort },
      target: { baseUrl: settings.baseUrl, embedded: settings.embedded },
      requests,
      counts: { requests: requests.length, creations: created.length },
      forecast,
    } as const;
    const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
    process.stdout.write(
      json ? `${JSON.stringify(told, null, 2)}\n` : drawDryRun(told, lang, color),
    );
    return 0;
  } finally {
    await wire.close();
    await standIn.close();
  }
}

function valuesOf({ options: { settings } }: PreparedRun): Record<string, string> {
  return Object.fromEntries(EVERY_VARIABLE.map(({ name }) => [name, settings.setting(name)]));
}

/** Settings for a server on this machine, which takes any speed, and answers one after another. */
function here(settings: Settings, baseUrl: string): Settings {
  const { concurrency = 1 } = settings;
  return { ...settings, baseUrl, concurrency, maxRate: Infinity };
}
