import type { Defect } from './defect.js';

/** So many defects of each requirement are in every proof. */
const FIRST = 2;
/** Of the others, one of so many. */
const STEP = 7;

/**
 * The defects that the everyday proof, which has a minute, does without: they break a requirement that
 * others break already.
 *
 * @param all - in the order of the tables
 */
export function furtherOf(all: readonly Defect[]): ReadonlySet<Defect> {
  const seen = new Map<string, number>();
  return new Set(
    all.filter(({ requirement }) => {
      const at = seen.get(requirement) ?? 0;
      seen.set(requirement, at + 1);
      return at >= FIRST && (at - FIRST) % STEP !== STEP - 1;
    }),
  );
}
