import type { Text } from '../../text.js';

/** A number that stands for a text of {@link PackedRecord.texts}: most texts of a run repeat. */
export type TextRef = number;

/** An exchange as the page carries it. */
export interface PackedExchange {
  readonly n: number;
  readonly endpoint: TextRef;
  readonly purpose: string;
  readonly at: string;
  readonly ms: number;
  readonly line: TextRef;
  readonly headers: TextRef;
  readonly body: TextRef;
  readonly curl: TextRef;
  /** HTTP status, headers, body and length of the whole body in bytes. */
  readonly answer?: readonly [status: number, headers: TextRef, body: TextRef, bytes: number];
  readonly fault?: readonly [kind: string, message: TextRef];
}

/** A case as the page carries it. */
export interface PackedCase {
  readonly id: TextRef;
  readonly title: readonly [en: TextRef, zh: TextRef];
  readonly verdict: string;
  readonly ms: number;
  readonly reason?: readonly [en: TextRef, zh: TextRef];
  readonly exchanges: readonly PackedExchange[];
}

/** A requirement as the page carries it: what its row does not show. */
export interface PackedRequirement {
  /** Path and line of its source. */
  readonly place: string;
  readonly cases: readonly number[];
  readonly evidence: readonly number[];
}

/** What the page's script draws from, lazily. */
export interface PackedRecord {
  readonly texts: readonly string[];
  readonly requirements: readonly PackedRequirement[];
  readonly cases: readonly PackedCase[];
  readonly housekeeping: readonly PackedExchange[];
  readonly words: {
    readonly verdicts: Readonly<Record<string, Text>>;
    readonly purposes: Readonly<Record<string, Text>>;
  };
}
