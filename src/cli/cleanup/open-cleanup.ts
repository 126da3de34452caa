import { ESB } from '../../binding/bindings.js';
import type { Variables } from '../../config/origin.js';
import type { Settings } from '../../config/settings.js';
import type { RecordFrame } from '../../engine/record/build-record.js';
import { openCleanup } from '../../engine/ledger/cleanup.js';
import type { Cleanup, CleanupOf } from '../../engine/ledger/cleanup.js';
import { compileSchemas } from '../../engine/schemas.js';
import { ConformanceError } from '../../error.js';
import { gatherSettings } from '../settings/gather-settings.js';
import { judgedEndpoints } from '../run/judged-endpoints.js';
import { NOWHERE } from '../file/ledger-file.js';
import type { LedgerFile } from '../file/ledger-file.js';
import { loadContract } from '../document/load-contract.js';
import { openTarget } from '../run/open-target.js';
import { productVersion } from '../project.js';
import { WORLD } from '../world.js';
import { isReportWord } from '../report-words.js';
import { variablesFor } from '../settings/every-variable.js';

/** What is cleaned up, and the ledger that hears of it; none where it is not by a ledger. */
export interface Chosen {
  readonly what: CleanupOf;
  readonly file?: LedgerFile;
}

/** A cleanup that is open, and how it is closed. */
export interface OpenCleanup {
  readonly cleanup: Cleanup;
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens a cleanup with the configuration of a run.
 *
 * @param from - variables that options stand for, the environment, and where `.env` is sought
 * @param choose - what is to be cleaned up on the target that is set
 * @throws ConformanceError `usage` for a wrong configuration, or where no target is set
 */
export async function openCleanupRun(
  from: {
    readonly commandLine: Variables;
    readonly environment: Variables;
    readonly folder?: string;
  },
  choose: (settings: Settings) => Chosen,
): Promise<OpenCleanup> {
  const contract = await loadContract();
  const schemas = compileSchemas(contract);
  const given = { contract, schemas, binding: ESB, effort: 'full' } as const;
  const endpoints = judgedEndpoints([], given);
  const [judged] = endpoints.flatMap(({ effect, ...one }) =>
    effect === undefined ? [] : [{ ...one, effect }],
  );
  if (judged === undefined) throw new Error('no endpoint has an effect');
  const settings = await gatherSettings(
    // A run that chose the association by itself left the settings without one.
    { CMDB_FIXTURE: 'auto', ...from.commandLine },
    from.environment,
    from.folder,
    variablesFor([judged.effect]),
    () => Promise.reject(noTarget()),
  );
  const { wire, secrets } = openTarget(settings, from.environment);
  const { what, file = NOWHERE } = choose(settings);
  const frame: RecordFrame = {
    ...{ version: productVersion(), node: process.version, effort: 'full', strict: false },
    ...{ frontEnd: 'run', only: [], fullCommand: '' },
  };
  const options = {
    ...{ settings, contract, schemas, endpoints, binding: ESB, wire, isReportWord, secrets, frame },
    ...{ writeLedger: file.write, world: WORLD },
  };
  return {
    cleanup: openCleanup(options, judged, what),
    baseUrl: settings.baseUrl,
    async close() {
      await wire.close();
      file.close();
    },
  };
}

/** What a run against the embedded CMDB made is gone with it. */
function noTarget(): ConformanceError {
  return new ConformanceError(
    'usage',
    {
      en: 'CMDB_BASE_URL is not set: there is no target to clean up.',
      zh: '没有设置 CMDB_BASE_URL，没有可清理的目标。',
    },
    {
      en: 'Set the variables as for the run that left something.',
      zh: '请设置与留下数据的那次运行相同的变量。',
    },
  );
}
