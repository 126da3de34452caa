import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedded } from '../embedded/start.js';
import { ESB } from '../binding/bindings.js';
import type { ContractFiles } from '../contract/contract-files.js';
import type { RecordFrame } from '../engine/build-record.js';
import { openSession } from '../engine/session.js';
import type { Session } from '../engine/session.js';
import type { SessionOptions } from '../engine/session-options.js';
import type { Schemas } from '../engine/schemas.js';
import { compileSchemas } from '../engine/schemas.js';
import type { Effort } from '../record/record.js';
import { declarationsFor } from './declarations.js';
import { variablesFor } from './every-variable.js';
import { judgedEndpoints } from './judged-endpoints.js';
import type { Variables } from '../config/origin.js';
import type { Settings } from '../config/settings.js';
import { refuseUnknownNames } from './refuse-unknown-names.js';
import { gatherSettings } from './gather-settings.js';
import { loadContract } from './load-contract.js';
import { loadErrata } from './load-errata.js';
import { loadProfiles } from './load-profiles.js';
import { NOWHERE, openOutput } from './open-output.js';
import { openTarget } from './open-target.js';
import { PROJECT, productVersion } from './project.js';
import { isReportWord } from './report-words.js';

/** How requests travel. */
const binding = ESB;

/** What a front end wants of a run. */
export interface RunRequest {
  readonly commandLine: Variables;
  readonly environment: Variables;
  readonly out: string;
  readonly only: readonly string[];
  readonly strict: boolean;
  readonly effort: Effort;
  /** Names of endpoints; empty for all whose documents are not ours. */
  readonly endpoints: readonly string[];
  readonly frontEnd: RecordFrame['frontEnd'];
  readonly fullCommand: string;
  /** True writes nothing to disk: for the proof, whose targets are gone when it ends. */
  readonly inMemory?: true;
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
  const { effort } = request;
  const contract = await loadContract();
  const schemas = schemasOf(contract);
  const endpoints = judgedEndpoints(request.endpoints, { contract, schemas, binding, effort });
  const effects = endpoints.flatMap(({ effect }) => (effect === undefined ? [] : [effect]));
  try {
    const settings = await gatherSettings(
      request.commandLine,
      request.environment,
      request.inMemory === true ? undefined : process.cwd(),
      variablesFor(effects),
      async () => {
        const { startEmbedded } = await import('../embedded/start.js');
        embedded = await startEmbedded();
        return embedded.settings;
      },
    );
    return openAgainst(request, { settings, contract, schemas, endpoints }, embedded);
  } catch (error) {
    // A server that still listens would keep the process alive.
    await embedded?.close();
    throw error;
  }
}

function openAgainst(
  request: RunRequest,
  given: Pick<SessionOptions, 'settings' | 'contract' | 'schemas' | 'endpoints'>,
  embedded: Embedded | undefined,
): OpenRun {
  const { settings, contract, endpoints } = given;
  refuseUnknownNames(request.only, endpoints);
  const profiles = loadProfiles();
  const { effort } = request;
  const declarations = declarationsFor(
    settings,
    profiles,
    { contract, schemas: given.schemas, binding, effort },
    request.inMemory === true ? undefined : process.cwd(),
    Date.now(),
  );
  const { wire, secrets } = openTarget(settings, request.environment);
  const version = productVersion();
  const ledger =
    request.inMemory === true
      ? NOWHERE
      : openOutput(request.out, request.frontEnd === 'run' ? '--out' : 'CMDB_OUT', {
          at: new Date().toISOString(),
          target: settings.baseUrl,
          version,
        });
  const session = openSession({
    ...given,
    ...{ binding, profiles, declarations },
    errata: loadErrata(join(PROJECT, 'docs', 'errata.yaml')),
    wire,
    writeLedger: ledger.write,
    isReportWord,
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
    frame: {
      version,
      node: process.version,
      frontEnd: request.frontEnd,
      effort: request.effort,
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

/** Compiled once in a process: a proof opens some hundred runs. */
const compiled = new WeakMap<ContractFiles, Schemas>();

function schemasOf(contract: ContractFiles): Schemas {
  const known = compiled.get(contract) ?? compileSchemas(contract);
  compiled.set(contract, known);
  return known;
}
