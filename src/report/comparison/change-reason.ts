import type { Comparison, RequirementChange } from '../../record/comparison/comparison.js';
import type { Text } from '../../text.js';
import { thingOf } from '../sentences/about.js';
import { problemSentence } from '../sentences/problem.js';

/** Why a requirement is not passed now (or was not before); without a full stop. */
export function changeReason(
  { endpoints }: Comparison,
  { endpoint, problem }: RequirementChange,
): Text | undefined {
  const run = endpoints.find((one) => one.endpoint === endpoint);
  return problem && problemSentence(problem, { thing: run?.thing ?? thingOf([]) });
}
