import type { Identity } from '../binding/binding.js';
import type { Category } from '../record/record.js';
import type { Text } from '../text.js';
import type { Fault } from './faults.js';

/** A member of the request by its path: `metadata.label`, for example. */
export type MemberPath = string;

/** Stands for the identity that a request carries, whichever it is. */
export const IDENTITY = 'identity';

/** A number of requests, and of those of them that create something. */
export interface Costs {
  readonly requests: number;
  readonly creations: number;
}

/** One change of a valid request. Several changes in one case are the exception. */
export interface Change {
  readonly at: MemberPath;
  /** What is put in the place of the valid value; `absent` takes the member out. */
  readonly fault: Fault;
}

/** One refusal to be provoked. */
export interface Refusal {
  /** What is tried: the id of the case that tries it by itself. */
  readonly trial: string;
  readonly changes: readonly Change[];
  /** Which identity the valid request carries; the usual one when not said. */
  readonly identity?: Identity;
  /** Whether the refusal is to be about the credentials or about the rest of the request. */
  readonly about: 'credentials' | 'request';
  readonly requirements: readonly string[];
}

interface Entry {
  /** `<category>.<member>.<fault>`; stable, and unique within the endpoint. */
  readonly id: string;
  readonly category: Category;
  readonly title: Text;
  /** Requirements that this case decides. */
  readonly requirements: readonly string[];
  /** Variables without which it can't be run. */
  readonly needs?: readonly string[];
  /** The variable whose value has to have letters, for a case that puts them in the other case. */
  readonly needsLettersIn?: string;
}

/** A negative case: a valid request with one change has to be refused. */
export interface RefusalCase extends Entry, Refusal {
  readonly kind: 'refusal';
}

/** A valid request has to be accepted, and what it asks for has to be found. */
export interface AcceptanceCase extends Entry {
  readonly kind: 'acceptance';
  readonly identity: Identity;
}

/** The same refusals and acceptances once more, as a fault may come and go. */
export interface RoundCase extends Entry {
  readonly kind: 'round';
  readonly round: number;
  /** True for one that goes on until each refusal met the run's counters everywhere. */
  readonly thorough: boolean;
  readonly refusals: readonly Refusal[];
  /** The identity that its requests carry, where the target accepts it; not said: the one in use. */
  readonly by?: 'both' | 'other';
  /** The identity of a further valid request: both, or the one that is not in use. */
  readonly besides?: 'both' | 'other';
}

/** What the server does with a request that the document says nothing about. */
export interface ObservationCase extends Entry {
  readonly kind: 'observation';
  readonly changes?: readonly Change[];
  readonly identity?: Identity;
  readonly method?: 'GET';
  readonly withoutSlash?: true;
  readonly contentType?: string;
  readonly raw?: 'malformed' | 'empty' | 'array';
  /** The name of a credential that travels as a cookie. */
  readonly cookie?: string;
}

/** Judges every answer of the endpoint so far. */
export interface EnvelopeCase extends Entry {
  readonly kind: 'envelope';
}

/** Steps that only the endpoint's effect knows. */
export interface DeepCase extends Entry {
  readonly kind: 'deep';
  /** True where it chooses its ground itself, so that nothing else runs beside it. */
  readonly alone: boolean;
  /** About what it sends to a prompt, right server, and how much of it creates something. */
  readonly costs: Costs;
}

/** One experiment for one or more requirements. */
export type Case =
  RefusalCase | AcceptanceCase | RoundCase | ObservationCase | EnvelopeCase | DeepCase;
