import { setTimeout as sleep } from 'node:timers/promises';
import { ESB } from '../../src/binding/bindings.js';
import { EVERY_VARIABLE } from '../../src/cli/settings/every-variable.js';
import { judgedEndpoints } from '../../src/cli/run/judged-endpoints.js';
import { loadContract } from '../../src/cli/document/load-contract.js';
import type { Variables } from '../../src/config/origin.js';
import { readSettings } from '../../src/config/settings.js';
import { compileSchemas } from '../../src/engine/schemas.js';
import type { Schemas } from '../../src/engine/schemas.js';
import { openSession } from '../../src/engine/session.js';
import type { Session } from '../../src/engine/session.js';
import type { SessionOptions } from '../../src/engine/session-options.js';
import { openWire } from '../../src/http/open-wire.js';
import { FRAME } from './a-bare-run.js';

/** A session on a target, given its parts by hand. */
export interface OpenedSession {
  readonly session: Session;
  readonly close: () => Promise<void>;
}

/** Compiled once in a file of tests. */
let schemas: Schemas | undefined;

/**
 * The parts of a session.
 *
 * @param more - what differs from the parts that `run` gives it
 */
export async function sessionParts(
  variables: Variables,
  more: Partial<SessionOptions> = {},
): Promise<SessionOptions> {
  const settings = readSettings([{ from: 'environment', variables }], false, EVERY_VARIABLE);
  const { baseUrl, limits } = settings;
  const contract = await loadContract();
  schemas ??= compileSchemas(contract);
  const { frame = FRAME } = more;
  return {
    settings,
    contract,
    schemas,
    binding: ESB,
    endpoints: judgedEndpoints([], { contract, schemas, binding: ESB, effort: frame.effort }),
    wire: openWire({ baseUrl, limits, insecure: false, proxy: {} }),
    writeLedger: () => undefined,
    world: {
      now: () => Date.now(),
      sleep: async (milliseconds) => {
        await sleep(milliseconds);
      },
      after: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      runId: () => '0123456789ab',
    },
    frame,
    ...more,
  };
}

/**
 * Opens a session by its parts.
 *
 * @param more - what differs from the parts that `run` gives it
 */
export async function aSession(
  variables: Variables,
  more: Partial<SessionOptions> = {},
): Promise<OpenedSession> {
  const parts = await sessionParts(variables, more);
  return { session: openSession(parts), close: () => parts.wire.close() };
}
