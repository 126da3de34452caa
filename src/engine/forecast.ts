import type { Case, Costs } from '../cases/case.js';
import type { Settings } from '../config/settings.js';
import type { Effect } from '../effects/effect.js';
import type { PlannedEndpoint } from './endpoint-session.js';
import { groupCases } from './schedule.js';

/** Requests with which the suite learns how bad credentials, and something unknown, are refused. */
const PROBES = 7;
/** Creations with which it learns what is accepted, and the one that lasts. */
const OPENING = 2;
/** Places that are looked at once more at the end. */
const WATCHED = 28;
/** Refusals of a thorough round, for each of its trials, until it met the counters everywhere. */
const MORE_IN_THOROUGH = 8;
/** Lookups beside them, which only move the counters on. */
const LOOKUPS_BETWEEN = 8;
/** Refusals that make sure that there are answers to judge. */
const SAMPLES = 2;

/**
 * About how many requests a run sends to a prompt, right server, and how many of them create
 * something: what a refusal, a twin and an acceptance take, added up.
 *
 * @param endpoints - with the cases that are to be run
 */
export function forecast(endpoints: readonly PlannedEndpoint[], settings: Settings): Costs {
  return total(
    endpoints.flatMap(({ effect, cases }) => {
      if (effect === undefined || cases.length === 0) return [];
      const able = cases.filter(({ needs = [] }) => needs.every((one) => settings.setting(one)));
      return [opening(effect), ...groupCases(able).map((group) => costsOf(group, effect))];
    }),
  );
}

function opening({ costs: { lookup, ground } }: Effect): Costs {
  return total([
    ground,
    refusals(PROBES, lookup),
    acceptances(OPENING, lookup),
    { requests: WATCHED * lookup, creations: 0 },
  ]);
}

/** What cases take that are run on one valid request. */
function costsOf(group: readonly Case[], { costs: { lookup } }: Effect): Costs {
  const [entry] = group;
  switch (entry?.kind) {
    case undefined:
      return total([]);
    case 'refusal':
      return total([refusals(group.length, lookup), acceptances(1, lookup)]);
    case 'acceptance':
      return acceptances(1, lookup);
    case 'observation':
      return refusals(1, lookup);
    case 'deep':
      return entry.costs;
    case 'envelope':
      // The first one makes sure that there are answers, the others judge them too.
      return entry.id.endsWith('.body')
        ? total([refusals(SAMPLES, lookup), acceptances(SAMPLES, lookup)])
        : total([]);
    case 'round': {
      const trials = entry.refusals.length;
      const more = entry.thorough ? MORE_IN_THOROUGH : 0;
      const between = entry.thorough ? LOOKUPS_BETWEEN : 0.5;
      return total([
        refusals(trials * (1 + more), lookup),
        { requests: trials * between * lookup, creations: 0 },
        acceptances(entry.besides === undefined ? 1 : 2, lookup),
      ]);
    }
  }
}

function refusals(count: number, lookup: number): Costs {
  return { requests: count * (1 + lookup), creations: 0 };
}

/** Each is looked up, and removed. */
function acceptances(count: number, lookup: number): Costs {
  return { requests: count * (2 + lookup), creations: count };
}

function total(costs: readonly Costs[]): Costs {
  return {
    requests: Math.round(costs.reduce((sum, { requests }) => sum + requests, 0)),
    creations: costs.reduce((sum, { creations }) => sum + creations, 0),
  };
}
