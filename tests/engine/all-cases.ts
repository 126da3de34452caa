import { ESB } from '../../src/binding/bindings.js';
import type { Case } from '../../src/cases/case.js';
import { judgedEndpoints } from '../../src/cli/run/judged-endpoints.js';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { compileSchemas } from '../../src/engine/schemas.js';

const contract = await loadContract();

/** Every case of a full run, in the order of their categories. */
export const ALL_CASES: readonly Case[] = judgedEndpoints([], {
  contract,
  schemas: compileSchemas(contract),
  binding: ESB,
  effort: 'full',
}).flatMap(({ cases }) => cases);
