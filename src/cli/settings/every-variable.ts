import type { Variable } from '../../config/variable.js';
import { allVariables } from '../../config/variables.js';
import type { Effect } from '../../effects/effect.js';
import { EFFECTS } from '../../effects/effects.js';

/** Every variable of the suite, those of the effects among them. */
export const EVERY_VARIABLE = allVariables(EFFECTS.flatMap(({ variables }) => variables));

/**
 * The same for a run of some effects: what only others need may be left out.
 *
 * @param effects - those of the endpoints that are judged
 */
export function variablesFor(effects: readonly Effect[]): readonly Variable[] {
  const others = EFFECTS.filter((effect) => !effects.includes(effect));
  const unneeded = new Set(others.flatMap(({ variables }) => variables));
  return EVERY_VARIABLE.map((variable) =>
    unneeded.has(variable) ? { ...variable, target: 'optional', needs: undefined } : variable,
  );
}
