import type { JsonObject } from '../json/json-value.js';
import type { Answer } from '../judge/answer.js';
import type { Row } from '../judge/creation.js';
import type { Finding } from '../record/finding.js';
import type { Observed } from '../record/record.js';
import type { Place, Slot } from './slot.js';
import type { Means } from './means.js';

/** What came of a valid request. */
export interface Creation {
  readonly answer: Answer;
  readonly accepted: boolean;
  /** True where it was not, and that is known to be the server's fault. */
  readonly isBlamed: boolean;
  /** The answered id. */
  readonly id: bigint | undefined;
  /** Number of the exchange. */
  readonly n: number;
  /** Removes what was created; does nothing where nothing was. */
  readonly remove: () => Promise<void>;
}

/** What came of a valid request that may be accepted or not. */
export interface Tried {
  readonly observed: Observed;
  /** The answered id; undefined where it was not accepted. */
  readonly id: bigint | undefined;
  /** Ids of what it created; undefined when lookups can't be used. */
  readonly made: readonly bigint[] | undefined;
  /** Number of the exchange. */
  readonly n: number;
}

/** A request that has to be refused: a valid one with a difference. */
export interface BadRequest {
  readonly trial: string;
  readonly difference: JsonObject;
  readonly requirements: readonly string[];
}

/** What a deep case is given: to look, to have a request accepted or refused, to tell what it found. */
export interface Stage extends Means {
  /** The slot that the case works on. */
  readonly slot: Slot;
  /** All slots that the suite made. */
  readonly made: readonly Slot[];
  /** The user's own slot; undefined where it can't be used. */
  readonly fixture: Slot | undefined;
  /** The same for another slot. */
  readonly on: (slot: Slot) => Stage;
  /**
   * Sends the valid request, which has to be accepted, and judges what it created.
   *
   * @param mayBeRefused - true where the document does not say that the target has to accept it
   */
  readonly accept: (mayBeRefused?: boolean) => Promise<Creation>;
  /** Sends the valid request where it may be accepted or not, removes what it created. */
  readonly observe: () => Promise<Tried>;
  /** Sends a request that has to be refused, and its twin; judges both. */
  readonly refuse: (request: BadRequest) => Promise<Answer | undefined>;
  /** All rows at a place; undefined when lookups can't be used. */
  readonly rows: (place: Place) => Promise<readonly Row[] | undefined>;
  /** True when it is known that the slot's valid request can be accepted. */
  readonly isTrusted: () => Promise<boolean>;
  readonly keep: (findings: readonly Finding[]) => void;
}
