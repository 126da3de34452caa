import type {
  CaseResult,
  RecordedExchange,
  RequirementResult,
  RunRecord,
} from '../record/record.js';

/** An exchange with the case that made it. */
export interface PlacedExchange {
  readonly exchange: RecordedExchange;
  /** Absent for housekeeping. */
  readonly of?: CaseResult;
  /** The nearest twin of a request in its case: the same without the one change. */
  readonly twin?: RecordedExchange;
}

/** The exchanges and cases of a record by their number and id. */
export interface RecordIndex {
  readonly exchanges: ReadonlyMap<number, PlacedExchange>;
  readonly cases: ReadonlyMap<string, CaseResult>;
}

/**
 * Finds the twin of a request: the last one before it in its case, else the first one after.
 */
function twinIn(of: CaseResult, exchange: RecordedExchange): RecordedExchange | undefined {
  if (exchange.purpose !== 'request') return undefined;
  const twins = of.exchanges.filter(
    (other) => other.purpose === 'twin' && other.endpoint === exchange.endpoint,
  );
  return twins.findLast((twin) => twin.n < exchange.n) ?? twins[0];
}

/**
 * Indexes a record.
 *
 * @param record - the record
 */
export function indexRecord(record: RunRecord): RecordIndex {
  const exchanges = new Map<number, PlacedExchange>();
  for (const exchange of record.housekeeping) exchanges.set(exchange.n, { exchange });
  for (const of of record.cases) {
    for (const exchange of of.exchanges) exchanges.set(exchange.n, { exchange, of });
  }
  return { exchanges, cases: new Map(record.cases.map((each) => [each.id, each])) };
}

/**
 * The exchange that shows why a requirement got its verdict: the first of its evidence, which is the
 * one that the reason speaks of, else the last request of its first case with that status.
 *
 * @param index - of the record
 * @param result - a requirement of that record
 */
export function decisive(
  index: RecordIndex,
  result: RequirementResult,
): PlacedExchange | undefined {
  const [evidence] = result.evidence.flatMap((n) => index.exchanges.get(n) ?? []);
  const cases = result.cases.flatMap((id) => index.cases.get(id) ?? []);
  const chosen = evidence ?? lastRequest(cases.find((each) => each.status === result.status));
  if (chosen?.of === undefined) return chosen;
  const twin = twinIn(chosen.of, chosen.exchange);
  return twin === undefined ? chosen : { ...chosen, twin };
}

function lastRequest(of: CaseResult | undefined): PlacedExchange | undefined {
  const exchange = of?.exchanges.findLast((each) => each.purpose === 'request');
  return of === undefined || exchange === undefined ? undefined : { exchange, of };
}
