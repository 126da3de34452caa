import type { Binding } from '../../src/binding/binding.js';
import { drive } from '../../src/cli/run/drive.js';
import { allVariables } from '../../src/config/variables.js';
import { readSettings } from '../../src/config/settings.js';
import type { ContractFiles } from '../../src/contract/contract-files.js';
import type { Effect } from '../../src/effects/effect.js';
import { judgedEndpoint } from '../../src/engine/judged-endpoint.js';
import { compileSchemas } from '../../src/engine/schemas.js';
import { openSession } from '../../src/engine/session.js';
import { openWire } from '../../src/http/open-wire.js';
import type { Effort, RunRecord } from '../../src/record/record.js';

/** What a session runs with: the seams, and the variables of a target. */
export interface SessionWith {
  readonly contract: ContractFiles;
  readonly effect: Effect;
  readonly binding: Binding;
  readonly variables: Readonly<Record<string, string>>;
  readonly effort?: Effort;
  /** Requirements whose cases are run; all where none are named. */
  readonly only?: readonly string[];
}

let runs = 0;

/** Runs a whole session against a server, through the engine alone. */
export async function runSession({
  contract,
  effect,
  binding,
  variables,
  effort = 'quick',
  only = [],
}: SessionWith): Promise<RunRecord> {
  const settings = readSettings(
    [{ from: 'environment', variables: { CMDB_LOOKUP_WAIT_MS: '100', ...variables } }],
    false,
    allVariables(effect.variables),
  );
  const outline = contract.outlines.get(effect.endpoint);
  if (outline === undefined) throw new Error(`no document of ${effect.endpoint}`);
  const schemas = compileSchemas(contract);
  const wire = openWire({ baseUrl: settings.baseUrl, limits: settings.limits, insecure: false });
  const session = openSession({
    settings,
    contract,
    schemas,
    binding,
    endpoints: [judgedEndpoint(outline, effect, { contract, schemas, binding, effort })],
    wire,
    writeLedger: () => undefined,
    world: {
      now: () => performance.now(),
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      after(milliseconds, act) {
        const timer = setTimeout(act, milliseconds).unref();
        return () => {
          clearTimeout(timer);
        };
      },
      runId: () => (++runs).toString(16).padStart(12, '0'),
    },
    frame: {
      version: '0.0.0',
      node: process.version,
      frontEnd: 'run',
      effort,
      strict: false,
      only,
      fullCommand: '',
    },
  });
  try {
    return await drive(session, () => undefined);
  } finally {
    await wire.close();
  }
}
