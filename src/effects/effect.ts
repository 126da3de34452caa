import type { Costs } from '../cases/case.js';
import type { OwnCases } from '../cases/cases-of.js';
import type { Variable } from '../config/variable.js';
import type { EndpointOutline } from '../contract/outline.js';
import type { JsonObject } from '../json/json-value.js';
import type { Answer } from '../judge/answer.js';
import type { Holds, Row } from '../judge/creation.js';
import type { Ending, Taken } from '../record/ending.js';
import type { Problem } from '../record/problem.js';
import type { Observed } from '../record/record.js';
import type { Text } from '../text.js';
import type { Made, Means } from './means.js';
import type { Remnants } from './remnant.js';
import type { Removal } from './removal.js';
import type { Place, Several, Slot } from './slot.js';
import type { Stage } from './stage.js';

/** Whose a new thing is that was found after a request. */
export type Claim =
  /** It can only come from the request. */
  | 'ours'
  /** It may come from the request as well as from somebody else. */
  | 'beside'
  | 'foreign';

/** What a lookup shows, or why it can't be used. */
export type Looked =
  | { readonly rows: readonly Row[]; readonly why?: never }
  | { readonly rows?: never; readonly why: Problem; readonly refusal?: string };

/** A request that names something that there is not, for its refusal to be known. */
export interface Unknown {
  readonly difference: JsonObject;
  /** The requirement that it is refused; undefined where the document does not say so. */
  readonly requirement?: string;
}

/** An endpoint that the suite uses besides the one that is judged, and how to ask whether it may. */
export interface Needed {
  readonly endpoint: string;
  /** True where it could store or remove something. */
  readonly writes: boolean;
  /** False where a run can do without. */
  readonly isRequired: boolean;
  /**
   * Asks it for something that there is not; what a sloppy server stores all the same is removed.
   *
   * @returns undefined where lookups show nothing that is not there: it is not asked then
   */
  readonly ask: (means: Means) => Promise<Answer | undefined>;
}

/** What a request of one endpoint does to the target. It is asked in this order. */
export interface Effect {
  readonly endpoint: string;
  /** What a request creates, as the ledger names it, beside other things that are made. */
  readonly kind: string;
  /** The same in words. */
  readonly thing: Text;
  /** Settings that only this effect needs. */
  readonly variables: readonly Variable[];
  /** About what it costs on a prompt, right server. */
  readonly costs: {
    /** Requests of one lookup. */
    readonly lookup: number;
    /** What making and removing the ground takes, the survey included. */
    readonly ground: Costs;
  };
  /** What it adds to the generated cases. */
  readonly cases: (outline: EndpointOutline) => OwnCases;
  /** Begins a run; nothing is sent yet. */
  readonly open: (setting: (variable: string) => string, outline: EndpointOutline) => OpenEffect;
}

/** An effect in one run. */
export interface OpenEffect {
  readonly ground: Ground;
  /** The members of a valid request, credentials excepted. */
  readonly request: (slot: Slot) => JsonObject;
  /** A request that names something that there is not; undefined where a request names nothing. */
  readonly unknown: (runId: string) => Unknown | undefined;
  /** Whether lookups show that there is nothing of what `unknown` and `needed` name. */
  readonly isUnknown: (means: Means) => Promise<boolean>;
  /** The endpoints that the suite uses besides the one that is judged. */
  readonly needed: readonly Needed[];

  /** Where a valid request on a slot stores its thing. */
  readonly standsAt: (slot: Slot) => Place;
  /** Where a sloppy server could have stored a request that was sent. */
  readonly mayBeAt: (sent: JsonObject, slot: Slot) => readonly Place[];
  /** All things at a place; at `{ id }`, the one with this id, wherever it is. */
  readonly look: (means: Means, place: Place) => Promise<Looked>;
  /** True when a row is at a place; a lookup may show more than it was asked for. */
  readonly isAt: (row: Row, place: Place) => boolean;
  readonly claim: (row: Row, slot: Slot, sent: JsonObject) => Claim;
  /** True when a row can be the suite's own, stored rightly or wrongly: nothing else is removed. */
  readonly mayRemove: (row: Row, slot: Slot, sent?: JsonObject) => boolean;
  readonly removal: Removal;
  /** How the ledger keeps something that holds these values. */
  readonly kept: (holds: Holds) => Made;
  readonly remnants: Remnants;

  /** Runs one of the deep cases; gives what was observed where it has no verdict. */
  readonly deep: (stage: Stage, caseId: string) => Promise<Observed | undefined>;
}

/** What the requests of an endpoint need on a target. */
export interface Ground {
  /** What is sent before anything is made stands on it: on the user's own, or on what is free. */
  readonly opening: () => Slot;
  /** The variables that name the fixture. */
  readonly settings: readonly string[];
  /** Learns what the settings name; the first request of a run. */
  readonly survey: (means: Means) => Promise<Answer>;
  /** Why the user's own can't be used as things are; undefined where nothing is known. */
  readonly taken: (means: Means) => Promise<Taken | undefined>;
  /**
   * The user's own slot, whole: what the settings leave out of it is made; undefined where they name
   * nothing of it, or it can't be made.
   */
  readonly own: (means: Means) => Promise<Slot | undefined>;
  /**
   * Keeps other runs from the fixture until {@link Ground.unmake}, where the target lets it.
   *
   * @returns by what another run keeps this one from it
   */
  readonly hold: (means: Means) => Promise<string | undefined>;
  /** Whether what the fixture names is known to exist. */
  readonly isSeen: (means: Means) => Promise<boolean>;
  /**
   * Makes slots of the suite's own, and one to spare for something that lasts; none where the target
   * does not let it.
   *
   * @param several - does something several times, as many at once as the target is asked
   */
  readonly make: (
    means: Means,
    several: Several,
  ) => Promise<{ readonly slots: readonly Slot[]; readonly spare: Slot | undefined }>;
  /** Removes everything that was made for it; `clear` takes away what is stored on it. */
  readonly unmake: (
    means: Means,
    several: Several,
    clear: (place: Place) => Promise<boolean>,
  ) => Promise<void>;
  /** What is known of it now. */
  readonly known: () => GroundKnown;
}

/** What is known of a ground. */
export interface GroundKnown {
  /** For the record: what was looked up, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** True where the target shows that there is no such thing as the settings name. */
  readonly missing: boolean;
  /** Why nothing could be found by the settings: they name other things than the target shows. */
  readonly mismatch?: Extract<Ending, { kind: 'fixture-mismatched' }>;
  /** Why no slots were made. */
  readonly whyNone?: Problem;
  /** Why there is nothing that a request can stand on. */
  readonly none?: Ending;
  /** Ids of what the suite made or chose as its ground, and the variables of the user's that stand in for them. */
  readonly standIns: Readonly<Record<string, string>>;
}
