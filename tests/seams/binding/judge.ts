import type { Binding } from '../../../src/binding/binding.js';
import { loadContract } from '../../../src/cli/document/load-contract.js';
import type { ContractFiles } from '../../../src/contract/contract-files.js';
import { associations } from '../../../src/effects/associations/associations.js';
import { judgedEndpoint } from '../../../src/engine/judged-endpoint.js';
import type { JudgedEndpoint } from '../../../src/engine/judged-endpoint.js';
import { compileSchemas } from '../../../src/engine/schemas.js';
import type { Effort, RunRecord } from '../../../src/record/record.js';
import { runSession } from '../run-session.js';
import type { SessionWith } from '../run-session.js';
import { V3 } from './v3/binding.js';
import type { V3Server } from './v3-server.js';

/** The project's own contract, as it is checked in. */
export const contract: ContractFiles = await loadContract();

/** Judges a server by the made-up way in. */
export function judge(
  { variables }: Pick<V3Server, 'variables'>,
  how: Pick<SessionWith, 'effort' | 'only'> = {},
): Promise<RunRecord> {
  return runSession({ contract, effect: associations, binding: V3, variables, ...how });
}

/** The endpoint with the cases that a binding gives it. */
export function judged(binding: Binding, effort: Effort = 'full'): JudgedEndpoint {
  const outline = contract.outlines.get(associations.endpoint);
  if (outline === undefined) throw new Error('no such document');
  const schemas = compileSchemas(contract);
  return judgedEndpoint(outline, associations, { contract, schemas, binding, effort });
}
