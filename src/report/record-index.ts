import type { RecordedExchange } from '../record/exchange.js';
import type { CaseResult, EndpointRun, RunRecord } from '../record/record.js';
import type { Text } from '../text.js';
import type { CommonCause } from './causes/common-cause.js';
import { commonCauses } from './causes/common-causes.js';
import { type CurlTerms, curlTerms } from './curl-terms.js';
import { hasSeveral } from './sections.js';
import { type About, thingOf } from './sentences/about.js';
import { endingSentence } from './sentences/ending.js';

/** An exchange with the case that made it. */
export interface PlacedExchange {
  readonly exchange: RecordedExchange;
  /** Absent for housekeeping. */
  readonly of?: CaseResult;
  /** The nearest twin of a request in its case: the same without the one change. */
  readonly twin?: RecordedExchange;
}

/** What is looked up in a record while it is drawn. */
export interface RecordIndex extends Pick<RunRecord, 'usual'> {
  /** By number. */
  readonly exchanges: ReadonlyMap<number, PlacedExchange>;
  /** By {@link keyOf}. */
  readonly cases: ReadonlyMap<string, CaseResult>;
  readonly endpoints: ReadonlyMap<string, EndpointRun>;
  /** What several requirements fail for, by {@link keyOf} each of them. */
  readonly causes: ReadonlyMap<string, CommonCause>;
  /** True where the run has several endpoints, so that ids alone are not enough. */
  readonly several: boolean;
  /** Why the run ended early. */
  readonly ended: Text | undefined;
  readonly curl: CurlTerms;
}

/** What tells a requirement or a case from all others of a run: ids are unique within an endpoint. */
export function keyOf(it: { readonly endpoint: string; readonly id: string }): string {
  return `${it.endpoint}/${it.id}`;
}

/**
 * Indexes a record.
 *
 * @param record - the record, or as much of one as is there while the run goes on
 */
export function indexRecord(
  record: Pick<
    RunRecord,
    'requirements' | 'cases' | 'housekeeping' | 'endpoints' | 'usual' | 'ended'
  >,
): RecordIndex {
  const { endpoints, usual, ended } = record;
  const exchanges = new Map<number, PlacedExchange>();
  for (const exchange of record.housekeeping) exchanges.set(exchange.n, { exchange });
  for (const of of record.cases) {
    for (const exchange of of.exchanges) exchanges.set(exchange.n, { exchange, of });
  }
  return {
    usual,
    exchanges,
    cases: new Map(record.cases.map((each) => [keyOf(each), each])),
    endpoints: new Map(endpoints.map((each) => [each.endpoint, each])),
    causes: new Map(
      commonCauses(record).flatMap((common) =>
        common.results.map((result) => [keyOf(result), common] as const),
      ),
    ),
    several: hasSeveral(record),
    ended: ended && endingSentence(ended, { thing: thingOf(endpoints) }),
    curl: curlTerms(record),
  };
}

/** What a requirement is called: its id, and its endpoint where the run has several. */
export function nameIn(
  { several }: RecordIndex,
  result: { readonly endpoint: string; readonly id: string },
): string {
  return several ? keyOf(result) : result.id;
}

/** The exchanges of a case, those that it shares with others included, in the order of the run. */
export function exchangesOf(index: RecordIndex, of: CaseResult): readonly RecordedExchange[] {
  const shared = (of.also ?? []).flatMap((n) => index.exchanges.get(n)?.exchange ?? []);
  return shared.length === 0
    ? of.exchanges
    : [...of.exchanges, ...shared].toSorted((a, b) => a.n - b.n);
}

/** What the sentences on an endpoint speak of. */
export function aboutOf(index: RecordIndex, endpoint: string): About {
  const run = index.endpoints.get(endpoint);
  const thing = thingOf(run === undefined ? [] : [run]);
  return index.ended === undefined ? { thing } : { thing, ended: index.ended };
}
