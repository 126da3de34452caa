import type { Settings } from '../../config/settings.js';
import { refuseUnasked } from '../../config/refuse-settings.js';
import type { ContractFiles } from '../../contract/contract-files.js';
import type { Embedded } from '../../embedded/start.js';
import { ledgerTarget } from '../../engine/ledger/ledger.js';
import { openSession } from '../../engine/session.js';
import type { Session } from '../../engine/session.js';
import { NOWHERE } from '../file/ledger-file.js';
import { openOutput } from './open-output.js';
import { prepareRun } from './prepare-run.js';
import type { RunRequest } from './prepare-run.js';

/** A run that is open, and how it is closed. */
export interface OpenRun {
  readonly session: Session;
  readonly settings: Settings;
  readonly contract: ContractFiles;
  /** The embedded CMDB, where it was started. */
  readonly embedded: Embedded | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Opens a run: settles the configuration, starts the embedded CMDB where no target is named, and
 * begins the ledger.
 *
 * @throws ConformanceError `usage` for a wrong configuration or a folder that can't be written
 */
export async function openRun(request: RunRequest): Promise<OpenRun> {
  const prepared = await prepareRun(request);
  const { options, embedded, close } = prepared;
  const { settings, contract } = options;
  try {
    refuseUnasked(settings);
    const ledger =
      request.inMemory === true
        ? NOWHERE
        : openOutput(request.out, request.frontEnd === 'run' ? '--out' : 'CMDB_OUT', {
            at: new Date().toISOString(),
            target: ledgerTarget(settings),
            version: options.frame.version,
          });
    return {
      session: openSession({ ...options, writeLedger: ledger.write }),
      settings,
      contract,
      embedded,
      async close() {
        await close();
        ledger.close();
      },
    };
  } catch (error) {
    // A server that still listens would keep the process alive.
    await close();
    throw error;
  }
}
