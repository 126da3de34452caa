import type { Purpose, RecordedExchange } from '../exchange.js';
import type { RunRecord } from '../record.js';
import { type AnswerMembers, type Features, featuresKey, featureTaker } from './features.js';
import type { Placeholders } from './placeholders.js';

/** One answer to the request of an experiment. */
export interface Answered {
  readonly n: number;
  /** Id of the case. */
  readonly of?: string;
  readonly features: Features;
  /** The features as text. */
  readonly key: string;
}

/** One request, as often as it was sent, with its answers. */
export interface Experiment {
  readonly endpoint: string;
  readonly purpose: Purpose;
  /** Where requests that differ a little may stand for each other: the case and the endpoint. */
  readonly family: string;
  readonly answers: Answered[];
}

/** Gateways answer so in the API's place: it is weather, and blames nobody. */
const WEATHER: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * All experiments of a run. A request that a case is about belongs to its case; any other is the same
 * whichever case it was sent for, since cases share their twins.
 *
 * @param endpoints - whose cases are compared
 * @returns by what was sent
 */
export function experimentsOf(
  record: RunRecord,
  endpoints: ReadonlySet<string>,
  members: AnswerMembers,
  placeholders: Placeholders,
): ReadonlyMap<string, Experiment> {
  const take = featureTaker(record.usual, members);
  const experiments = new Map<string, Experiment>();
  const known = new Map<string, { readonly features: Features; readonly key: string }>();
  const add = (
    exchange: RecordedExchange,
    of: { endpoint: string; id: string } | undefined,
  ): void => {
    const { endpoint, purpose, sent, n } = exchange;
    const isOwn = purpose === 'request' && of !== undefined;
    const family = isOwn ? `${of.endpoint}/${of.id} ${endpoint}` : `${purpose} ${endpoint}`;
    const { method = '', path = '', headers = {} } = sent;
    const asked = placeholders.maskSent(
      `${method} ${path} ${JSON.stringify(headers)} ${sent.body}`,
    );
    const key = `${family} ${asked}`;
    const experiment = experiments.get(key) ?? { endpoint, purpose, family, answers: [] };
    experiments.set(key, experiment);
    const taken = take(exchange, (text) => placeholders.mask(text, sent.body));
    const text = featuresKey(taken);
    const shared = known.get(text) ?? { features: taken, key: text };
    known.set(text, shared);
    experiment.answers.push({ n, ...(of === undefined ? {} : { of: of.id }), ...shared });
  };
  for (const of of record.cases) {
    if (endpoints.has(of.endpoint)) for (const exchange of of.exchanges) add(exchange, of);
  }
  for (const exchange of record.housekeeping) add(exchange, undefined);
  for (const [key, experiment] of experiments) {
    experiments.set(key, { ...experiment, answers: withoutWeather(experiment.answers) });
  }
  return experiments;
}

/** What a gateway answered in between, unless nothing else came back. */
function withoutWeather(answers: Answered[]): Answered[] {
  const own = answers.filter(
    ({ features }) => features.did !== 'other' || !WEATHER.has(features.status),
  );
  return own.length === 0 ? answers : own;
}
