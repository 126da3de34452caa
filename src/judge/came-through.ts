import type { Binding } from '../binding/binding.js';
import type { Answer } from './answer.js';

/**
 * True for an answer of what does the request: a success, or a refusal that is not one of those which
 * stand before the API. False where nothing that could do it ever saw it.
 */
export function cameThrough(answer: Answer, { codes }: Pick<Binding, 'codes'>): boolean {
  if (answer.kind === 'accepted') return true;
  return answer.kind === 'refused' && !codes.isOfTheWay(BigInt(answer.said.code ?? 0));
}
