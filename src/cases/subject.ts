import type { Binding } from '../binding/binding.js';
import type { EndpointOutline } from '../contract/outline.js';
import type { Requirement } from '../contract/requirement.js';

/** What cases are generated from: an endpoint's contract, and how requests travel to it. */
export interface Subject {
  readonly outline: EndpointOutline;
  readonly binding: Binding;
  /** True where a request of the endpoint has an effect that can be looked up. */
  readonly hasEffect: boolean;
  /** Of these ids the ones that are requirements of the endpoint or of the conventions. */
  readonly known: (...ids: readonly string[]) => string[];
}

/**
 * Puts a subject together.
 *
 * @param conventions - requirements that hold for every endpoint
 */
export function subjectOf(
  outline: EndpointOutline,
  binding: Binding,
  hasEffect: boolean,
  conventions: readonly Requirement[],
): Subject {
  const ids = new Set([...outline.requirements, ...conventions].map(({ id }) => id));
  return { outline, binding, hasEffect, known: (...asked) => asked.filter((id) => ids.has(id)) };
}
