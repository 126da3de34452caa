import type { RunRecord } from '../record.js';
import { causeOfDifference, type ChangedBesides } from './changed-besides.js';
import { compareAnswers, refusalOf } from './compare-answers.js';
import type { Difference, Place, RequirementName, Side } from './comparison.js';
import { DIFFERENCE_KINDS, SEVERITIES } from './comparison.js';
import { type Experiment, experimentsOf } from './experiments.js';
import { type Found, type Gathered, gatherDifferences } from './gather-differences.js';
import type { NamedRun } from './named-run.js';
import { memberNames, messageForm } from './message-form.js';
import { observedDifferences } from './observed-differences.js';
import { pairAnswers } from './pair-answers.js';
import { pairExperiments } from './pair-experiments.js';
import type { Placeholders } from './placeholders.js';
import { DIFFERENCE_SEVERITIES } from './severity.js';

/** So many places of a difference are named; of all others there is the count. */
const MOST_PLACES = 200;
const SIDES = ['before', 'after'] as const;

/**
 * Compares the answers of two runs, request by request.
 *
 * @returns what differs, the gravest first, and how many requests were compared
 */
export function compareExchanges(
  one: NamedRun,
  other: NamedRun,
  given: {
    readonly besides: ChangedBesides;
    readonly common: ReadonlySet<string>;
    readonly masks: { readonly before: Placeholders; readonly after: Placeholders };
  },
): { readonly differences: Difference[]; readonly compared: number } {
  const { besides, common, masks } = given;
  const before = experimentsOf(one.record, common, one.members, masks.before);
  const after = experimentsOf(other.record, common, other.members, masks.after);
  const refusals = new Set(
    [...before.values()].flatMap(({ answers }) =>
      answers.map(({ features }) => refusalOf(features)),
    ),
  );
  const pairs = pairExperiments(before, after);
  const found = pairs.flatMap((pair): Found[] =>
    pairAnswers(pair.before.answers, pair.after.answers).flatMap(([was, is]) =>
      compareAnswers(was.features, is.features, (refusal) => refusals.has(refusal)).map((step) => ({
        endpoint: pair.after.endpoint,
        cause: causeOfDifference(besides, pair.askedOtherwise),
        step,
        place: placeOf(pair.after, was, is),
      })),
    ),
  );
  const observed = observedDifferences(one.record, other.record, common, placesOf(found));
  const names = memberNames(other.record);
  const decided = decidedBy(one.record, other.record);
  const differences = gatherDifferences(
    [...found, ...observed],
    messageForm(names),
    other.members.data,
  ).map((gathered) => differenceOf(gathered, decided));
  return { differences: differences.sort(byGravity), compared: pairs.length };
}

function placeOf(
  { purpose }: Experiment,
  was: { readonly n: number },
  is: { readonly n: number; readonly of?: string },
): Place {
  return { ...(is.of === undefined ? {} : { case: is.of }), purpose, before: was.n, after: is.n };
}

function placesOf(found: readonly Found[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ place }) => place.case ?? []));
}

/** By the number of an exchange of a run: the requirements that it decided, and whose verdict changed. */
type Decided = ReadonlyMap<number, readonly RequirementName[]>;

function decidedBy(before: RunRecord, after: RunRecord): Readonly<Record<Side, Decided>> {
  const statuses = ({ requirements }: RunRecord): ReadonlyMap<string, string> =>
    new Map(requirements.map(({ endpoint, id, status }) => [nameKey({ endpoint, id }), status]));
  const [was, is] = [statuses(before), statuses(after)];
  const decided = ({ requirements }: RunRecord): Decided => {
    const found = new Map<number, RequirementName[]>();
    for (const { endpoint, id, evidence } of requirements) {
      const key = nameKey({ endpoint, id });
      if (was.get(key) === is.get(key)) continue;
      for (const n of evidence) found.set(n, [...(found.get(n) ?? []), { endpoint, id }]);
    }
    return found;
  };
  return { before: decided(before), after: decided(after) };
}

function nameKey({ endpoint, id }: RequirementName): string {
  return JSON.stringify([endpoint, id]);
}

function differenceOf(
  { kind, endpoints, at, cause, before, after, places }: Gathered,
  decided: Readonly<Record<Side, Decided>>,
): Difference {
  const requirements = new Map(
    places
      .flatMap((place) => SIDES.flatMap((side) => decided[side].get(place[side] ?? 0) ?? []))
      .map((one) => [nameKey(one), one]),
  );
  return {
    kind,
    endpoints,
    ...(at === undefined ? {} : { at }),
    before,
    after,
    severity: DIFFERENCE_SEVERITIES[kind],
    cause,
    count: places.length,
    places: places.slice(0, MOST_PLACES),
    requirements: [...requirements].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
  };
}

function byGravity(a: Difference, b: Difference): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    DIFFERENCE_KINDS.indexOf(a.kind) - DIFFERENCE_KINDS.indexOf(b.kind) ||
    b.count - a.count
  );
}
