import type { Binding } from '../../binding/binding.js';
import { credentialOf } from '../../binding/binding.js';
import { NEAR_MISSES, NEAR_MISS_NAMES } from '../../cases/near-misses.js';
import { readSettings } from '../../config/settings.js';
import type { Variable } from '../../config/variable.js';
import type { ContractFiles } from '../../contract/contract-files.js';
import type { Declarations } from '../../record/declarations.js';
import type { RequirementResult, RunRecord } from '../../record/record.js';
import type { JudgedEndpoint } from '../judged-endpoint.js';
import { recordedTime } from './recorded-time.js';
import { recordedWire } from './recorded-wire.js';
import type { Schemas } from '../schemas.js';
import { openSession } from '../session.js';

/** What a record is judged again with. */
export interface JudgedAgainWith {
  readonly contract: ContractFiles;
  readonly schemas: Schemas;
  readonly binding: Binding;
  /** The endpoints of the record, with the cases of its effort. */
  readonly endpoints: readonly JudgedEndpoint[];
  /** All variables that there are. */
  readonly variables: readonly Variable[];
  /** What was declared for the run; without it a deviation is a failure. */
  readonly declarations?: Declarations;
}

/** What a record's exchanges say, and whether they are all that the verdicts rest on. */
export interface JudgedAgain {
  readonly requirements: readonly RequirementResult[];
  /** Requests that the record lacks, or of which it does not hold the whole answer. */
  readonly strays: number;
}

/**
 * Draws every verdict of a record anew from its exchanges: the same engine runs once more, answered by
 * the record, in the record's own time. No verdict, problem or evidence of the record is looked at.
 */
export async function judgeAgain(record: RunRecord, given: JudgedAgainWith): Promise<JudgedAgain> {
  const { contract, schemas, binding, endpoints, declarations } = given;
  const standIns = standInsOf(binding);
  const time = recordedTime(Date.parse(record.startedAt));
  const wire = recordedWire(record, time, (text) => restore(text, standIns));
  const session = openSession({
    contract,
    schemas,
    binding,
    endpoints,
    ...(declarations === undefined ? {} : { declarations }),
    settings: settingsOf(record, given),
    wire,
    writeLedger: () => undefined,
    world: { ...time, runId: () => record.target.runId },
    frame: {
      ...record.suite,
      strict: record.settings.strict,
      only: record.settings.only,
      fullCommand: record.partial?.command ?? '',
    },
  });
  while ((await session.next()) !== undefined) continue;
  const { requirements } = await session.end();
  return { requirements, strays: wire.strays() };
}

/** The name of the second app's secret in a record, and its variable. */
const OTHER_SECRET = { name: 'other_app_secret', variable: 'CMDB_OTHER_APP_SECRET' };

/** By the name that a record shows in the place of a secret: what stands in for it. */
function standInsOf(binding: Binding): ReadonlyMap<string, string> {
  return new Map(
    secretsOf(binding).flatMap(({ name }) => {
      const value = standIn(name);
      const misses = NEAR_MISS_NAMES.map(
        (miss) => [`${name}: ${miss}`, NEAR_MISSES[miss].make(value)] as const,
      );
      return [[name, value] as const, ...misses];
    }),
  );
}

function secretsOf(binding: Binding): { readonly name: string; readonly variable: string }[] {
  return [credentialOf(binding, 'secret'), credentialOf(binding, 'token'), OTHER_SECRET];
}

function standIn(name: string): string {
  return `stands-in-for-${name.replaceAll('_', '-')}-7Q`;
}

function restore(text: string, standIns: ReadonlyMap<string, string>): string {
  return text.replace(
    /<([a-z_]+(?:: [a-z ]+)?)>/g,
    (whole, name: string) => standIns.get(name) ?? whole,
  );
}

function settingsOf(
  { settings, target }: RunRecord,
  { variables, binding }: JudgedAgainWith,
): ReturnType<typeof readSettings> {
  const secrets = new Map(
    secretsOf(binding).map(({ name, variable }) => [variable, standIn(name)]),
  );
  const values = settings.variables.map(
    ({ name, value }) => [name, secrets.get(name) ?? value] as const,
  );
  const source = { from: 'environment' as const, variables: Object.fromEntries(values) };
  return readSettings([source], target.embedded, variables);
}
