import type { WireFaultKind } from '../http/exchange.js';

/**
 * Why an exchange was made.
 *
 * - `request`: the one that the case is about
 * - `twin`: the same without the one change
 * - `lookup`: what is on the target now
 * - `setup`, `cleanup`: instances and associations made and removed
 */
export type Purpose = 'request' | 'twin' | 'lookup' | 'setup' | 'cleanup';

/** The answer of an exchange, secrets removed. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Text of the body; the beginning only, when `bodyBytes` says that it was longer. */
  readonly body: string;
  /** Length of the whole body in bytes, after content decoding. */
  readonly bodyBytes: number;
}

/** What was sent and what came back, exact, with times, secrets removed. */
export interface RecordedExchange {
  /** Counts the exchanges of the run from 1, in the order they were begun. */
  readonly n: number;
  /** Name of the endpoint, for example `add_instance_association`. */
  readonly endpoint: string;
  readonly purpose: Purpose;
  /** ISO 8601, with milliseconds, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly sent: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** A `curl` line that repeats it, with the secrets as variables. */
  readonly curl: string;
  readonly answer?: RecordedAnswer;
  readonly fault?: { readonly kind: WireFaultKind; readonly message: string };
}
