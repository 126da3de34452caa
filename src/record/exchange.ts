import type { WireFaultKind } from '../http/exchange.js';

/**
 * Why an exchange was made.
 *
 * - `request`: the one that the case is about
 * - `twin`: the same without the one change
 * - `lookup`: what is on the target now
 * - `setup`, `cleanup`: what the suite made and removed
 */
export type Purpose = 'request' | 'twin' | 'lookup' | 'setup' | 'cleanup';

/** A header by its name. */
export type Header = readonly [name: string, value: string];

/** The answer of an exchange, secrets removed. */
export interface RecordedAnswer {
  readonly status: number;
  /** Those that are not {@link Usual.answerHeaders}. */
  readonly headers?: readonly Header[];
  /** Names of usual headers that this answer has not. */
  readonly without?: readonly string[];
  /** Text of the body; the beginning only, when `bodyBytes` is there. */
  readonly body: string;
  /** Bytes of the body as base64, where text can't say them. */
  readonly base64?: string;
  /** Length of the whole body in bytes, where only its beginning is kept. */
  readonly bodyBytes?: number;
}

/** What was sent and what came back, exact, with times, secrets removed. */
export interface RecordedExchange {
  /** Counts the exchanges of the run from 1, in the order they were begun. */
  readonly n: number;
  /** Name of the endpoint, the last step of its address. */
  readonly endpoint: string;
  readonly purpose: Purpose;
  /** Milliseconds from the beginning of the run. */
  readonly atMs: number;
  readonly durationMs: number;
  /** Each whole, and left out where it is what is usual for the endpoint ({@link Usual}). */
  readonly sent: {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** Text of the body; empty where none was sent. */
    readonly body: string;
  };
  readonly answer?: RecordedAnswer;
  readonly fault?: { readonly kind: WireFaultKind; readonly message: string };
}

/** What requests and answers of a run have in common, said once. */
export interface Usual {
  /** By endpoint: how its requests are sent where an exchange does not say otherwise. */
  readonly requests: Readonly<
    Record<
      string,
      {
        readonly method: string;
        readonly path: string;
        readonly headers: Readonly<Record<string, string>>;
      }
    >
  >;
  /** Headers of every answer that does not list them in `without`. */
  readonly answerHeaders: readonly Header[];
}
