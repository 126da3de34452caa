import { randomBytes } from 'node:crypto';
import { openSync, readFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '../embedded/start.js';
import type { Embedded, EmbeddedOptions } from '../embedded/start.js';
import { ConformanceError } from '../error.js';
import type { Case } from '../suite/case.js';
import type { ContractFiles } from '../suite/contract-files.js';
import { openSession } from '../suite/session.js';
import type { Session } from '../suite/session.js';
import type { RecordFrame } from '../suite/build-record.js';
import { openLedger } from '../target/ledger.js';
import type { Settings, Variables } from '../target/settings.js';
import { openWire } from '../wire/open-wire.js';
import { gatherSettings } from './gather-settings.js';
import { loadContract } from './load-contract.js';
import { makeFolder } from './make-folder.js';
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
  const ca = settings.caFile === undefined ? undefined : readCertificates(settings.caFile);
  const wire = openWire({
    baseUrl: settings.baseUrl,
    limits: settings.limits,
    insecure: settings.insecure,
    ...(ca === undefined ? {} : { ca }),
    proxy: proxyOf(request.environment),
  });
  const ledger = request.inMemory === true ? NOWHERE : openLedgerFile(request.out);
  const session = openSession({
    settings,
    contract,
    wire,
    ledger: openLedger(ledger.write),
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
      version: productVersion(),
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

function proxyOf(environment: Variables): { http?: string; https?: string; noProxy?: string } {
  const get = (name: string): string | undefined =>
    environment[name.toLowerCase()] ?? environment[name];
  const http = get('HTTP_PROXY');
  const https = get('HTTPS_PROXY');
  const noProxy = get('NO_PROXY');
  return {
    ...(http === undefined ? {} : { http }),
    ...(https === undefined ? {} : { https }),
    ...(noProxy === undefined ? {} : { noProxy }),
  };
}

function readCertificates(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConformanceError(
      'usage',
      `CMDB_CA_FILE names ${path}, which can’t be read.`,
      'Name a readable file of PEM certificates.',
      cause,
    );
  }
}

interface LedgerFile {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

const NOWHERE: LedgerFile = { write: () => undefined, close: () => undefined };

function openLedgerFile(out: string): LedgerFile {
  makeFolder(out);
  try {
    const file = openSync(join(out, 'ledger.jsonl'), 'a');
    return {
      write: (line) => {
        writeSync(file, line);
      },
      close: () => {
        closeSync(file);
      },
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      `The output folder ${out} can’t be written: ${why}.`,
      'Name another one with --out.',
      cause,
    );
  }
}
