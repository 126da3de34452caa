import type { RecordedExchange } from '../record/exchange.js';
import type { CaseResult, RequirementResult } from '../record/record.js';
import { curlLine } from './curl.js';
import { exchangesOf, keyOf, type PlacedExchange, type RecordIndex } from './record-index.js';
import { wholeRequest } from '../record/whole-exchange.js';

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
  const cases = casesOf(index, result);
  if (evidence !== undefined) return withTwin(index, evidence);
  const of = cases.find((each) => each.status === result.status);
  return of && requestOf(index, of);
}

/** The last request of a case, which its verdict is about. */
export function requestOf(index: RecordIndex, of: CaseResult): PlacedExchange | undefined {
  const exchange = of.exchanges.findLast((each) => each.purpose === 'request');
  return exchange && withTwin(index, { exchange, of });
}

function withTwin(index: RecordIndex, placed: PlacedExchange): PlacedExchange {
  if (placed.of === undefined) return placed;
  const twin = twinIn(exchangesOf(index, placed.of), placed.exchange);
  return twin === undefined ? placed : { ...placed, twin };
}

/** The cases that exercised a requirement. */
function casesOf(index: RecordIndex, result: RequirementResult): readonly CaseResult[] {
  const { endpoint } = result;
  return result.cases.flatMap((id) => index.cases.get(keyOf({ endpoint, id })) ?? []);
}

/** The `curl` line that repeats an exchange. */
export function commandOf(index: RecordIndex, exchange: RecordedExchange): string {
  return curlLine(wholeRequest(exchange, index.usual), index.curl);
}

/** Finds the twin of a request: the last one before it in its case, else the first one after. */
function twinIn(
  exchanges: readonly RecordedExchange[],
  exchange: RecordedExchange,
): RecordedExchange | undefined {
  if (exchange.purpose !== 'request') return undefined;
  const twins = exchanges.filter(
    (other) => other.purpose === 'twin' && other.endpoint === exchange.endpoint,
  );
  return twins.findLast((twin) => twin.n < exchange.n) ?? twins[0];
}
