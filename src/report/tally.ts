import type { Category, RequirementResult, RunRecord } from '../record/record.js';
import { CATEGORIES } from '../record/record.js';
import { keyOf } from './record-index.js';
import {
  caseVerdictOf,
  REQUIREMENT_VERDICTS,
  type Verdict,
  VERDICTS,
  verdictOf,
} from './verdict.js';

/** How many there are of each verdict. */
export type Tally = Readonly<Record<Verdict, number>>;

/**
 * Counts verdicts.
 *
 * @param verdicts - one for each thing counted
 */
export function tally(verdicts: Iterable<Verdict>): Tally {
  const counts: Record<Verdict, number> = {
    failed: 0,
    warning: 0,
    inconclusive: 0,
    waived: 0,
    deviation: 0,
    'not-applicable': 0,
    observed: 0,
    passed: 0,
  };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

/** @returns the sum of a tally */
export function total(counts: Tally): number {
  return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}

/**
 * Counts the verdicts on requirements.
 *
 * @param record - the record
 * @param level - only those of a level
 */
export function tallyRequirements(
  { requirements, settings }: Pick<RunRecord, 'requirements' | 'settings'>,
  level?: RequirementResult['level'],
): Tally {
  return tally(
    requirements
      .filter((result) => level === undefined || result.level === level)
      .map((result) => verdictOf(result, settings.strict)),
  );
}

/**
 * The requirements with a verdict, in the order of the record.
 *
 * @param record - the record
 * @param verdict - the verdict wanted
 */
export function requirementsThat(
  record: RunRecord,
  verdict: Verdict,
): readonly RequirementResult[] {
  return record.requirements.filter(
    (result) => verdictOf(result, record.settings.strict) === verdict,
  );
}

/**
 * The verdicts on requirements that a count of a record has a place for: all of them, except that what
 * is declared is left out where nothing is.
 *
 * @param record - the record
 */
export function countedVerdicts(record: RunRecord): readonly Verdict[] {
  const counts = tallyRequirements(record);
  return REQUIREMENT_VERDICTS.filter(
    (verdict) => (verdict !== 'deviation' && verdict !== 'waived') || counts[verdict] > 0,
  );
}

/**
 * The verdict on each case of a record.
 *
 * @param record - the record
 * @returns by {@link keyOf} the case
 */
export function caseVerdicts(record: RunRecord): ReadonlyMap<string, Verdict> {
  const byEndpoint = new Map<string, Map<string, RequirementResult>>();
  for (const result of record.requirements) {
    const known = byEndpoint.get(result.endpoint) ?? new Map<string, RequirementResult>();
    byEndpoint.set(result.endpoint, known.set(result.id, result));
  }
  return new Map(
    record.cases.map((of) => [
      keyOf(of),
      caseVerdictOf(of, byEndpoint.get(of.endpoint) ?? new Map(), record.settings.strict),
    ]),
  );
}

/**
 * The categories whose cases exercise each requirement, in the order of a run.
 *
 * @param record - the record
 * @returns by {@link keyOf} the requirement; one without a case has none
 */
export function categoriesOf(record: RunRecord): ReadonlyMap<string, readonly Category[]> {
  const byCase = new Map(record.cases.map((each) => [keyOf(each), each.category]));
  return new Map(
    record.requirements.map((result) => {
      const { endpoint } = result;
      const found = new Set(result.cases.map((id) => byCase.get(keyOf({ endpoint, id }))));
      return [keyOf(result), CATEGORIES.filter((category) => found.has(category))];
    }),
  );
}

/**
 * The one category under which a requirement is filed. What four or more categories exercise is a
 * rule about every answer, so it belongs to the envelope.
 *
 * @param categories - of one requirement, as {@link categoriesOf} gives them
 * @returns the category, or undefined when no case exercised the requirement
 */
export function mainCategory(categories: readonly Category[]): Category | undefined {
  return categories.includes('envelope') || categories.length >= 4 ? 'envelope' : categories[0];
}
