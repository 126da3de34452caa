import type { Binding } from '../../binding/binding.js';
import { applyChanges } from '../../cases/apply-changes.js';
import type { Case, Costs, Refusal } from '../../cases/case.js';
import type { EndpointOutline } from '../../contract/outline.js';
import type { Settings } from '../../config/settings.js';
import type { Effect } from '../../effects/effect.js';
import type { Slot } from '../../effects/slot.js';
import type { PlannedEndpoint } from '../endpoint-session.js';
import { groupCases } from './schedule.js';
import { keyOf } from '../stock/stock.js';

/** Requests with which the suite learns how bad credentials, and something unknown, are refused. */
const PROBES = 7;
/** Creations with which it learns what is accepted, and the one that lasts. */
const OPENING = 2;
/**
 * Requests of a thorough round, for each of its trials, until it met the counters everywhere: as
 * counted, most of them lookups that move a counter on.
 */
const IN_THOROUGH: Readonly<Record<Refusal['about'], number>> = { request: 32, credentials: 56 };
/** Of each request that is only observed: some create something, which is removed. */
const OBSERVED_CREATIONS = 0.25;
/** Refusals that make sure that there are answers to judge. */
const SAMPLES = 2;

/**
 * About how many requests a run sends to a prompt, right server, and how many of them create
 * something: what a refusal, a twin and an acceptance take, added up.
 *
 * @param endpoints - with the cases that are to be run; one that has no effect is sent nothing
 */
export function forecast(
  endpoints: readonly PlannedEndpoint[],
  { setting }: Pick<Settings, 'setting'>,
  binding: Binding,
): Costs {
  const { requests, creations } = total(
    endpoints.flatMap(({ effect, outline, cases }) => {
      if (effect === undefined || cases.length === 0) return [];
      const able = cases.filter(({ needs = [] }) => needs.every((one) => setting(one)));
      const tariff = openTariff(effect, outline, setting, binding);
      const costs = groupCases(able).map((group) => costsOf(group, tariff));
      return [opening(effect, tariff), ...costs, tariff.lookAgain()];
    }),
  );
  return { requests: Math.round(requests), creations: Math.round(creations) };
}

/** What requests of one endpoint cost, and the places that they make the suite look at. */
interface Tariff {
  /** One refusal on a slot that is the user's, or made: where it could be stored is looked at. */
  readonly refusal: (refusal: Refusal | undefined, made: boolean) => Costs;
  /** Each is looked up, and removed. */
  readonly acceptances: (count: number) => Costs;
  /** Every place is looked at once more at the end. */
  readonly lookAgain: () => Costs;
}

function openTariff(
  effect: Effect,
  outline: EndpointOutline,
  setting: (variable: string) => string,
  binding: Binding,
): Tariff {
  const { lookup } = effect.costs;
  const { ground, request, mayBeAt, standsAt } = effect.open(setting, outline);
  const opening = ground.opening();
  const slots = { own: opening, made: { ...opening, made: true } };
  const watched = new Set([slots.own, slots.made].map((slot) => watchOf(standsAt(slot), slot)));
  const lookups = (count: number): Costs => ({ requests: count * lookup, creations: 0 });
  return {
    acceptances: (count) => ({ requests: count * (2 + lookup), creations: count }),
    lookAgain: () => lookups(watched.size),
    refusal(refusal, made) {
      const slot = made ? slots.made : slots.own;
      const none = { otherSecret: undefined, otherCode: undefined };
      const sent = applyChanges(request(slot), refusal?.changes ?? [], binding, none);
      const places = mayBeAt(sent, slot);
      const before = watched.size;
      for (const place of places) watched.add(watchOf(place, slot));
      // What is on the user's own is looked at before, too.
      const looks = places.length + (made ? 0 : watched.size - before);
      return total([{ requests: 1, creations: 0 }, lookups(looks)]);
    },
  };
}

function watchOf(place: Slot['asks'], { made }: Slot): string {
  return `${made ? 'made' : 'own'} ${keyOf(place)}`;
}

function opening({ costs: { ground } }: Effect, { refusal, acceptances }: Tariff): Costs {
  const probes = Array.from({ length: PROBES }, () => refusal(undefined, false));
  return total([ground, ...probes, acceptances(OPENING)]);
}

/** What cases take that are run on one valid request. */
function costsOf(group: readonly Case[], tariff: Tariff): Costs {
  const [entry] = group;
  const { refusal, acceptances } = tariff;
  switch (entry?.kind) {
    case undefined:
      return total([]);
    case 'refusal': {
      const refusals = group.flatMap((one) => (one.kind === 'refusal' ? [one] : []));
      return total([...refusals.map((one) => refusal(one, true)), acceptances(1)]);
    }
    case 'acceptance':
      return acceptances(1);
    case 'observation':
      return total([
        refusal(undefined, true),
        { requests: OBSERVED_CREATIONS, creations: OBSERVED_CREATIONS },
      ]);
    case 'deep':
      return entry.costs;
    case 'envelope':
      // The first one makes sure that there are answers, the others judge them too.
      return entry.id.endsWith('.body')
        ? total([
            ...Array.from({ length: SAMPLES }, () => refusal(undefined, true)),
            acceptances(SAMPLES),
          ])
        : total([]);
    case 'round': {
      const refusals = entry.refusals.map((one) => refusal(one, false));
      const thorough = entry.refusals.map(({ about }) => ({
        requests: IN_THOROUGH[about],
        creations: 0,
      }));
      return total([
        ...(entry.thorough ? thorough : refusals),
        acceptances(entry.besides === undefined ? 1 : 2),
      ]);
    }
  }
}

function total(costs: readonly Costs[]): Costs {
  return {
    requests: costs.reduce((sum, { requests }) => sum + requests, 0),
    creations: costs.reduce((sum, { creations }) => sum + creations, 0),
  };
}
