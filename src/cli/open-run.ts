import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '../embedded/start.js';
import type { Embedded, EmbeddedOptions } from '../embedded/start.js';
import type { Case } from '../cases/case.js';
import type { ContractFiles } from '../suite/contract-files.js';
import { openSession } from '../suite/session.js';
import type { Session } from '../suite/session.js';
import type { RecordFrame } from '../suite/build-record.js';
import { openLedger } from '../target/ledger.js';
import type { Variables } from '../config/origin.js';
import type { Settings } from '../config/settings.js';
import { gatherSettings } from './gather-settings.js';
import { loadContract } from './load-contract.js';
import { NOWHERE, openOutput } from './open-output.js';
import { openTarget } from './open-target.js';
import { productVersion } from './project.js';

/** What a front end wants of a run. */
export interface RunRequest {
  readonly commandLine: Variables;
  readonly environment: Variables;
  readonly out: string;
  readonly only: readonly string[];
  readonly strict: boolean;
  readonly frontEnd: RecordFrame['frontEnd'];
  readonly fullCommand: string;
  /** True writes nothing to disk: for the proof, whose targets are gone when it ends. */
  readonly inMemory?: true;
  /** How the embedded CMDB is started, where it is. */
  readonly embedded?: EmbeddedOptions;
  /** Stands in for the list of all cases, to test that a shorter one is noticed. */
  readonly cases?: readonly Case[];
}

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
  let embedded: Embedded | undefined;
  try {
    const settings = await gatherSettings(
      request.commandLine,
      request.environment,
      request.inMemory === true ? undefined : process.cwd(),
      async () => {
        embedded = await startEmbedded(request.embedded);
        return embedded.settings;
      },
    );
    return await openAgainst(request, settings, embedded);
  } catch (error) {
    // A server that still listens would keep the process alive.
    await embedded?.close();
    throw error;
  }
}

async function openAgainst(
  request: RunRequest,
  settings: Settings,
  embedded: Embedded | undefined,
): Promise<OpenRun> {
  const contract = await loadContract();
  const { wire, secrets } = openTarget(settings, request.environment);
  const version = productVersion();
  const ledger =
    request.inMemory === true
      ? NOWHERE
      : openOutput(request.out, {
          at: new Date().toISOString(),
          target: settings.baseUrl,
          version,
        });
  const session = openSession({
    settings,
    contract,
    wire,
    ledger: openLedger(ledger.write),
    secrets,
    world: {
      now: () => performance.timeOrigin + performance.now(),
      sleep: async (milliseconds) => {
        await sleep(milliseconds);
      },
      after: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds).unref();
        return () => {
          clearTimeout(timer);
        };
      },
      random: () => randomBytes(6).toString('hex'),
    },
    only: request.only,
    ...(request.cases === undefined ? {} : { cases: request.cases }),
    frame: {
      version,
      node: process.version,
      frontEnd: request.frontEnd,
      strict: request.strict,
      only: request.only,
      fullCommand: request.fullCommand,
    },
  });
  return {
    session,
    settings,
    contract,
    embedded,
    async close() {
      await wire.close();
      await embedded?.close();
      ledger.close();
    },
  };
}
