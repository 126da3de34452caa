/** Bounds on one exchange. Below is right, however slow or large; above is broken. */
export interface WireLimits {
  /** Milliseconds until the connection (TLS included) stands. */
  readonly connectMs: number;
  /** Milliseconds from sending the request to the first byte of the answer. */
  readonly firstByteMs: number;
  /** Milliseconds in all, connection and body included. */
  readonly totalMs: number;
  /** Bytes of the answer's header section. */
  readonly headerBytes: number;
  /** Bytes of the answer's body as sent. */
  readonly bodyBytes: number;
  /** Bytes of the answer's body after content decoding. */
  readonly expandedBytes: number;
}

/** What goes out. */
export interface WireRequest {
  readonly method: string;
  /** Path below the base URL, beginning with a slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Called when it is handed over, if ever: there is time for work until its answer comes. */
  readonly onSent?: () => void;
}

/** A whole HTTP answer. */
export interface WireAnswer {
  readonly status: number;
  /** In their order, names as sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** After content decoding. */
  readonly body: Uint8Array;
  /** Bytes of the body as sent. */
  readonly sentBytes: number;
}

/**
 * What kept an answer from being whole.
 *
 * - `unreachable`: nothing was sent: name not found, connection refused, TLS failed, connect time-out
 * - `reset`: the connection ended before the first byte of an answer
 * - `timeout`: no first byte within the limit
 * - `broken`: an answer began and is not right HTTP: cut short, bad chunk, bad header, not decodable
 * - `endless`: an answer began and did not end within the total time
 * - `too-large`: headers or body above the caps
 * - `aborted`: the run was interrupted
 */
export type WireFaultKind =
  'unreachable' | 'reset' | 'timeout' | 'broken' | 'endless' | 'too-large' | 'aborted';

/** A fault of the transport. */
export interface WireFault {
  readonly kind: WireFaultKind;
  /** True when bytes of the request may have reached the server. */
  readonly sent: boolean;
  /** True when at least one byte of an answer came back ("answer broken" rather than "no answer"). */
  readonly answered: boolean;
  /** One line in English: what happened and, where known, the system's code. No secrets removed. */
  readonly message: string;
  /** Status line and headers, when they came. */
  readonly status?: number;
  /** What came of the body, when some of it did. */
  readonly partialBody?: Uint8Array;
}

/** Milliseconds, from the start of the exchange. */
export interface WireTiming {
  readonly firstByteMs?: number;
  readonly totalMs: number;
}

/** What came of one request. */
export type WireOutcome = { readonly timing: WireTiming } & (
  | { readonly answer: WireAnswer; readonly fault?: never }
  | { readonly fault: WireFault; readonly answer?: never }
);

/** A connection to one base URL. */
export interface Wire {
  /**
   * Sends one request and waits for its answer, within the limits. Never throws for anything the
   * server does; follows no redirect; retries nothing.
   */
  send(request: WireRequest, signal?: AbortSignal): Promise<WireOutcome>;
  /** Closes all connections. */
  close(): Promise<void>;
}
