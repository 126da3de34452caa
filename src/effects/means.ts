import type { JsonObject } from '../json/json-value.js';
import type { Answer } from '../judge/answer.js';
import type { Note } from '../record/ending.js';
import type { Purpose } from '../record/exchange.js';
import type { Said } from '../record/problem.js';

/** Something that is made on a target, as the ledger keeps it. */
export interface Made {
  /** What it is: `instance`, for example. */
  readonly kind: string;
  /** The name that it stands under: its model, for example. */
  readonly of: string;
  /** A name of its own, by which it is found where its id is not known. */
  readonly name?: string;
  /** What it lies between, ids as decimal text, and of which models these are. */
  readonly between?: readonly string[];
  readonly models?: readonly string[];
}

/** The entry of one creation in the ledger, written before the creation is tried. */
export interface Entry {
  /** It is there, under this id where one was given. */
  readonly created: (id: bigint | undefined) => void;
  readonly notCreated: () => void;
  readonly removed: () => void;
  /** Its removal was refused, in these words: for the list of what is left. */
  readonly notRemoved: (said: Said) => void;
  /** True while it is not known whether it was created, or under which id. */
  readonly isOpen: () => boolean;
}

/** Enters in the ledger what is about to be made. */
export interface Entering {
  readonly enter: (made: Made) => Entry;
  /**
   * The same, with a name of its own for it, which carries the suite's mark.
   *
   * @param ending - ends the name; a number where it is not said
   */
  readonly enterNamed: (
    made: Omit<Made, 'name'>,
    ending?: string,
  ) => {
    readonly entry: Entry;
    readonly name: string;
  };
}

/** What an effect is given to work with. What it sends is recorded where the engine says. */
export interface Means extends Entering {
  /** Tells what this run makes from what others make. */
  readonly runId: string;
  /**
   * Sends a valid request to an endpoint by the identity in use.
   *
   * @param members - without the credentials
   * @param mayRepeat - false where a request that was cut off may have had its effect
   * @param method - an HTTP method other than the document's
   */
  readonly send: (
    endpoint: string,
    members: JsonObject,
    purpose: Purpose,
    mayRepeat?: boolean,
    method?: string,
  ) => Promise<Answer>;
  /** Signature of a refusal, to tell it from others. */
  readonly signature: (answer: Extract<Answer, { kind: 'refused' }>) => string;
  readonly note: (note: Note) => void;
  /** True once nothing more is to be made. */
  readonly isOver: () => boolean;
  /** True for a target that is not worth asking anything more. */
  readonly isSilent: () => boolean;
}
