import type { Envelope } from '../../binding/binding.js';
import { saidIn } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import type { SeenAnswer } from '../../record/fitting-releases.js';

/** What profiles call the removal of an id that is free, which comes before the first case. */
export const REMOVAL_OF_FREE = 'preflight.removal of a free id';

/**
 * What an answer says that may tell of a release.
 *
 * @param where - the endpoint and the case, as profiles name them
 * @returns nothing for what has no body of the API
 */
export function seenIn(
  answer: Answer,
  where: Pick<SeenAnswer, 'endpoint' | 'case' | 'asked' | 'evidence'>,
  envelope: Envelope,
): SeenAnswer[] {
  if (answer.kind === 'none' || answer.kind === 'broken') return [];
  const { body } = answer;
  return [{ ...where, said: saidIn(body, envelope), members: Object.keys(body) }];
}
