import type { Header, RecordedAnswer, RecordedExchange, Usual } from './exchange.js';

/** A request with nothing left out. */
export interface WholeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

/**
 * A request as it was sent: what the record leaves out as usual is put back.
 *
 * @param exchange - of the record
 * @param usual - of the same record
 */
export function wholeRequest({ endpoint, sent }: RecordedExchange, usual: Usual): WholeRequest {
  const common = Object.hasOwn(usual.requests, endpoint) ? usual.requests[endpoint] : undefined;
  return {
    method: sent.method ?? common?.method ?? 'POST',
    path: sent.path ?? common?.path ?? '',
    headers: Object.entries(sent.headers ?? common?.headers ?? {}),
    body: sent.body,
  };
}

/**
 * The headers of an answer, the usual ones first.
 *
 * @param answer - of the record
 * @param usual - of the same record
 */
export function wholeHeaders({ headers, without }: RecordedAnswer, usual: Usual): Header[] {
  const left = new Set(without);
  return [...usual.answerHeaders.filter(([name]) => !left.has(name)), ...(headers ?? [])];
}
