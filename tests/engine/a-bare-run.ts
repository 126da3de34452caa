import { ESB } from '../../src/binding/bindings.js';
import { judgedEndpoints } from '../../src/cli/run/judged-endpoints.js';
import { loadContract } from '../../src/cli/document/load-contract.js';
import type { Variables } from '../../src/config/origin.js';
import { associations } from '../../src/effects/associations/associations.js';
import { openBudget } from '../../src/engine/pace/budget.js';
import type { RecordFrame } from '../../src/engine/record/build-record.js';
import { newRun, newTools } from '../../src/engine/new-run.js';
import type { Run } from '../../src/engine/run.js';
import { compileSchemas } from '../../src/engine/schemas.js';
import { fairWeather } from '../../src/engine/pace/weather.js';
import { settingsWith } from '../config/some-settings.js';
import { aClock } from './a-clock.js';

const contract = await loadContract();
const schemas = compileSchemas(contract);

/** What a front end knows of a run. */
export const FRAME: RecordFrame = {
  version: '0',
  node: 'v20',
  frontEnd: 'run',
  effort: 'full',
  strict: false,
  only: [],
  fullCommand: 'npx cmdb-conformance run',
};

/** A run in which nothing was sent yet, on a clock of its own; whoever sends gets no answer. */
export function aBareRun(variables: Variables = {}): Run {
  const { world } = aClock();
  const budget = openBudget(world, undefined);
  const endpoints = judgedEndpoints([], { contract, schemas, binding: ESB, effort: 'full' });
  const [judged] = endpoints;
  if (judged === undefined) throw new Error('no endpoint is judged');
  const { tools } = newTools(
    {
      ...{ settings: settingsWith(variables), contract, schemas, endpoints, binding: ESB, world },
      frame: FRAME,
      writeLedger: () => undefined,
      wire: {
        send: () => Promise.reject(new Error('nothing is to be sent')),
        close: () => Promise.resolve(),
      },
    },
    budget,
  );
  return newRun({ ...judged, tools, budget, weather: fairWeather() }, associations);
}
