import type {
  Comparison,
  Difference,
  RequirementChange,
  Severity,
} from '../../record/comparison/comparison.js';
import { SEVERITIES } from '../../record/comparison/comparison.js';
import { isWorse } from '../../record/comparison/severity.js';

/** One thing that changed: a difference with the requirements that went with it, or those alone. */
export interface Item {
  readonly severity: Severity;
  readonly difference?: Difference;
  readonly requirements: readonly RequirementChange[];
}

/** What changed, what got worse first; each requirement once, with the gravest of its differences. */
export function itemsOf({ differences, requirements }: Comparison): readonly Item[] {
  const left = new Map(
    requirements
      .filter(({ severity, accepted }) => severity !== undefined && accepted === undefined)
      .map((one) => [JSON.stringify([one.endpoint, one.id]), one]),
  );
  const items = differences
    .filter(({ accepted }) => accepted === undefined)
    .map((difference): Item => {
      const own = difference.requirements.flatMap(({ endpoint, id }) => {
        const key = JSON.stringify([endpoint, id]);
        const one = left.get(key);
        left.delete(key);
        return one ?? [];
      });
      const gravest = [difference.severity, ...own.flatMap(({ severity }) => severity ?? [])];
      return {
        severity: SEVERITIES.find((severity) => gravest.includes(severity)) ?? difference.severity,
        difference,
        requirements: own,
      };
    });
  const alone = [...left.values()].map((one): Item => ({
    severity: one.severity ?? 'additive',
    requirements: [one],
  }));
  const rank = ({ severity, requirements: own }: Item): number =>
    SEVERITIES.indexOf(severity) * 2 + (own.some(isWorse) ? 0 : 1);
  return [...items, ...alone].sort((a, b) => rank(a) - rank(b));
}
