import type { Text } from '../../text.js';
import type { CurlTerms } from '../curl-terms.js';
import type { PackedText } from './text-shapes.js';

/** A number that stands for a text of {@link PackedRecord.texts}: most texts of a run repeat. */
export type TextRef = number;

/** An exchange as the page carries it; what is usual for its endpoint is left out. */
export type PackedExchange = readonly [
  n: number,
  endpoint: TextRef,
  /** Place in {@link PackedRecord.purposes}. */
  purpose: number,
  /** Milliseconds from the beginning of the run. */
  at: number,
  ms: number,
  body: TextRef,
  answer: PackedAnswer | 0,
  unusual?: PackedUnusual,
];

/** HTTP status, headers, body and, where the text does not tell, the length of the body in bytes. */
export type PackedAnswer = readonly [
  status: number,
  headers: TextRef,
  body: TextRef,
  bytes?: number,
];

/** What few exchanges have. */
export interface PackedUnusual {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly fault?: readonly [kind: string, message: string];
}

/** How requests to an endpoint are sent where an exchange does not say otherwise. */
export interface PackedUsual {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** A case as the page carries it. */
export interface PackedCase {
  readonly id: TextRef;
  readonly title: readonly [en: TextRef, zh: TextRef];
  readonly verdict: string;
  readonly ms: number;
  readonly reason?: readonly [en: TextRef, zh: TextRef];
  readonly exchanges: readonly PackedExchange[];
  /** Numbers of exchanges that another case has, which it shares. */
  readonly also?: readonly number[];
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
  readonly startedAt: string;
  readonly shapes: readonly string[];
  readonly texts: readonly PackedText[];
  readonly purposes: readonly (Text & { readonly name: string })[];
  readonly verdicts: Readonly<Record<string, Text>>;
  /** By the endpoint's text. */
  readonly usual: Readonly<Record<string, PackedUsual>>;
  readonly curl: CurlTerms;
  readonly requirements: readonly PackedRequirement[];
  readonly cases: readonly PackedCase[];
  readonly housekeeping: readonly PackedExchange[];
}
