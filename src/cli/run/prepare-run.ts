import { join } from 'node:path';
import { ESB } from '../../binding/bindings.js';
import type { Variables } from '../../config/origin.js';
import type { ContractFiles } from '../../contract/contract-files.js';
import type { Embedded } from '../../embedded/start.js';
import type { RecordFrame } from '../../engine/record/build-record.js';
import { compileSchemas } from '../../engine/schemas.js';
import type { Schemas } from '../../engine/schemas.js';
import type { SessionOptions } from '../../engine/session-options.js';
import type { World } from '../../engine/world.js';
import type { Probed } from '../../http/probe.js';
import type { Effort } from '../../record/record.js';
import { declarationsFor } from '../declared/declarations.js';
import { variablesFor } from '../settings/every-variable.js';
import { gatherSettings } from '../settings/gather-settings.js';
import { judgedEndpoints } from './judged-endpoints.js';
import { loadContract } from '../document/load-contract.js';
import { loadErrata } from '../declared/load-errata.js';
import { loadProfiles } from '../declared/load-profiles.js';
import { openTarget } from './open-target.js';
import { PROJECT, productVersion } from '../project.js';
import { refuseUnknownNames } from './refuse-unknown-names.js';
import { isReportWord } from '../report-words.js';
import { WORLD } from '../world.js';

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
  /** Stands in for the clock and sleep of this machine, where a test has no time to wait. */
  readonly world?: World;
}

/** Everything that a session is opened with but the ledger. */
export interface PreparedRun {
  readonly options: Omit<SessionOptions, 'writeLedger'>;
  /** The embedded CMDB, where it was started. */
  readonly embedded: Embedded | undefined;
  /** Goes the way to the target, and sends nothing on it. */
  readonly way: () => AsyncIterable<Probed>;
  readonly close: () => Promise<void>;
}

/**
 * Settles the configuration, starts the embedded CMDB where no target is named, and opens the wire.
 * Nothing is sent.
 *
 * @throws ConformanceError `usage` for a wrong configuration
 */
export async function prepareRun(request: RunRequest): Promise<PreparedRun> {
  let embedded: Embedded | undefined;
  const { effort, environment, only } = request;
  const contract = await loadContract();
  const schemas = schemasOf(contract);
  const endpoints = judgedEndpoints(request.endpoints, { contract, schemas, binding, effort });
  const effects = endpoints.flatMap(({ effect }) => (effect === undefined ? [] : [effect]));
  const folder = request.inMemory === true ? undefined : process.cwd();
  try {
    const settings = await gatherSettings(
      request.commandLine,
      environment,
      folder,
      variablesFor(effects),
      async () => {
        const { startEmbedded } = await import('../../embedded/start.js');
        embedded = await startEmbedded();
        return embedded.settings;
      },
    );
    refuseUnknownNames(only, endpoints);
    const profiles = loadProfiles();
    const declarations = declarationsFor(
      settings,
      profiles,
      { contract, schemas, binding, effort },
      folder,
      Date.now(),
    );
    const { wire, secrets, way } = openTarget(settings, environment);
    return {
      options: {
        settings,
        contract,
        schemas,
        endpoints,
        binding,
        profiles,
        declarations,
        errata: loadErrata(join(PROJECT, 'docs', 'errata.yaml')),
        wire,
        isReportWord,
        secrets,
        world: request.world ?? WORLD,
        frame: frameOf(request),
      },
      embedded,
      way,
      async close() {
        await wire.close();
        await embedded?.close();
      },
    };
  } catch (error) {
    // A server that still listens would keep the process alive.
    await embedded?.close();
    throw error;
  }
}

function frameOf({ frontEnd, effort, strict, only, fullCommand }: RunRequest): RecordFrame {
  const version = productVersion();
  return { version, node: process.version, frontEnd, effort, strict, only, fullCommand };
}

/** Compiled once in a process: a proof opens some hundred runs. */
const compiled = new WeakMap<ContractFiles, Schemas>();

function schemasOf(contract: ContractFiles): Schemas {
  const known = compiled.get(contract) ?? compileSchemas(contract);
  compiled.set(contract, known);
  return known;
}
