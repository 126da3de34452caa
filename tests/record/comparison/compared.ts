import { ESB } from '../../../src/binding/bindings.js';
import { compareRuns } from '../../../src/record/comparison/compare-runs.js';
import type { CompareOptions } from '../../../src/record/comparison/compare-runs.js';
import type { Comparison } from '../../../src/record/comparison/comparison.js';
import type { RecordedAnswer, RecordedExchange } from '../../../src/record/exchange.js';
import type { RunRecord } from '../../../src/record/record.js';

/** Compares two records as `compare` does. */
export function compared(
  before: RunRecord,
  after: RunRecord,
  more: Partial<CompareOptions> = {},
): Comparison {
  const { envelope: members } = ESB;
  return compareRuns(
    { name: 'before', record: before, members },
    { name: 'after', record: after, members },
    { rules: [], accepted: [], today: '2026-01-31', failOn: 'additive', ...more },
  );
}

/** A record as another server would have left it: with other exchanges, and all else the same. */
export function withExchanges(
  record: RunRecord,
  change: (exchange: RecordedExchange) => RecordedExchange,
): RunRecord {
  return {
    ...record,
    cases: record.cases.map((of) => ({ ...of, exchanges: of.exchanges.map(change) })),
    housekeeping: record.housekeeping.map(change),
  };
}

/** A record with other answers. */
export function withAnswers(
  record: RunRecord,
  change: (answer: RecordedAnswer, exchange: RecordedExchange) => RecordedAnswer,
): RunRecord {
  return withExchanges(record, (exchange) =>
    exchange.answer === undefined
      ? exchange
      : { ...exchange, answer: change(exchange.answer, exchange) },
  );
}

/** A record with other texts as bodies. */
export function withBodies(
  record: RunRecord,
  change: (body: string, exchange: RecordedExchange) => string,
): RunRecord {
  return withAnswers(record, (answer, exchange) => ({
    ...answer,
    body: change(answer.body, exchange),
  }));
}
