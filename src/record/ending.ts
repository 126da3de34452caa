import type { WireFaultKind } from '../http/exchange.js';
import type { Deviation } from './declaration.js';
import type { Problem, Said } from './problem.js';
import type { Waiver } from './waiver.js';
import type { Fit } from './fitting-releases.js';

/** Why the user's own fixture can't be used as things are on the target. */
export type Taken =
  /** The fixture is stored already, as the thing with this id. */
  | {
      readonly how: 'stored';
      readonly settings: readonly string[];
      readonly ids: readonly string[];
      readonly by: string;
    }
  /** Another thing that is there leaves no room for one more. */
  | {
      readonly how: 'no-room';
      readonly setting: string;
      readonly id: string;
      readonly by: string;
      readonly rule: string;
    };

/** A setting that names something else than the target shows. */
export interface Mismatch {
  readonly setting: string;
  readonly value: string;
  readonly shown: string;
}

/** What the suite proposes to test with, where the settings name nothing. */
export interface Proposed {
  /** The setting that would name it. */
  readonly setting: string;
  readonly value: string;
  /** What it lies between. */
  readonly between: readonly string[];
  readonly rule: string;
  /** Of so many that could be used, and so many that there are. */
  readonly usable: number;
  readonly seen: number;
}

/** What answers at an address where the API does not. */
export interface Stranger {
  /**
   * - `redirect`: leads elsewhere
   * - `page`: a page for people, of a login for example
   * - `error-page`: a proxy or a web server says what is wrong
   * - `other-service`: neither; what it says may be JSON
   * - `esb-not-found`: an ESB that has no component at this address
   * - `tls-port`: speaks TLS, and was asked without
   */
  readonly what:
    'redirect' | 'page' | 'error-page' | 'other-service' | 'esb-not-found' | 'tls-port';
  readonly status?: number;
  readonly location?: string;
  /** Title of the page. */
  readonly title?: string;
  readonly said?: Said;
}

/** A variable whose value nobody can have meant; the value itself is never shown. */
export interface WrongValue {
  readonly variable: string;
  /**
   * - `unexpanded`: the name of another variable that was not replaced by its value
   * - `placeholder`: stands for a missing value
   * - `ordinary`: a word that every report contains, so that it can't be hidden there
   */
  readonly what: 'unexpanded' | 'placeholder' | 'ordinary';
}

/** Why a run ended before everything was judged, as data. */
export type Ending =
  /** Nothing was sent: some values can't be meant. */
  | { readonly kind: 'misconfigured'; readonly variables: readonly WrongValue[] }
  /** Nothing was there to talk to. */
  | { readonly kind: 'no-connection'; readonly fault: WireFaultKind; readonly words: string }
  /** Something answers, but never as the API does. */
  | {
      readonly kind: 'not-the-api';
      readonly answer: Stranger;
      /** The base URL itself holds the path of an endpoint. */
      readonly hasEndpointPath?: true;
    }
  /** Every configured identity is refused exactly as a deliberately wrong secret is. */
  | { readonly kind: 'identities-refused'; readonly said: Said }
  /** What stands before the API lets nobody through: a rule on addresses, a channel that is off. */
  | { readonly kind: 'shut-out'; readonly said: Said }
  /** The valid request takes a permission that this app or this user has not. */
  | { readonly kind: 'permission'; readonly said: Said; readonly actions?: readonly string[] }
  /** What can't be found can't be removed either: nothing is created. */
  | { readonly kind: 'lookups-unusable'; readonly why?: Problem }
  | { readonly kind: 'fixture-taken'; readonly taken: Taken }
  /** Another run works on what these settings name, or was killed there: what it made says so. */
  | { readonly kind: 'fixture-held'; readonly settings: readonly string[]; readonly by: string }
  /** Lookups do not show what the settings name, and the valid request is refused. */
  | {
      readonly kind: 'fixture-wrong';
      readonly settings: readonly string[];
      readonly said?: Said;
      /** What lookups do not show. */
      readonly missing?: string;
    }
  /** The settings name nothing, and what is proposed was not asked for. */
  | { readonly kind: 'fixture-proposed'; readonly proposed: Proposed }
  /** The settings leave something out, and it can't be looked up or made. */
  | {
      readonly kind: 'fixture-lacking';
      readonly settings: readonly string[];
      readonly why: Problem;
    }
  /** What was created can't be found by the models (or the like) that are set. */
  | {
      readonly kind: 'fixture-mismatched';
      readonly of: string;
      readonly mismatches: readonly Mismatch[];
    }
  /** No way of removal is known to the target: nothing was created. What the usual one met. */
  | {
      readonly kind: 'no-removal';
      readonly endpoint: string;
      readonly said?: Said;
      readonly why?: Problem;
    }
  /** A deletion that succeeded removed nothing, or was refused as `said` tells. */
  | {
      readonly kind: 'removal-fails';
      readonly endpoint: string;
      readonly id: string;
      readonly said?: Said;
    }
  /** So many things could not be removed: nothing more is created. `said` with the last of them. */
  | {
      readonly kind: 'too-much-left';
      readonly number: number;
      readonly endpoint: string;
      readonly said?: Said;
    }
  /** A limit on how fast requests may come never ended. */
  | { readonly kind: 'limit-endless'; readonly said?: Said }
  /** A gateway answered in the API's place (502, 503, 504), or a limit refused (429), for too long. */
  | { readonly kind: 'weather'; readonly status: number; readonly words?: string }
  /** So many creations ran into a time-out or a size limit. */
  | {
      readonly kind: 'creations-exhausted';
      readonly number: number;
      readonly fault: WireFaultKind;
      readonly words: string;
    }
  | { readonly kind: 'target-silent'; readonly fault: WireFaultKind; readonly words: string }
  /** Slow, and already found wrong. */
  | { readonly kind: 'slow-and-wrong' }
  /** A signal, by its name. */
  | { readonly kind: 'interrupted'; readonly by: string }
  | { readonly kind: 'suite-failed' };

/** What the reader of a record should know besides the verdicts, as data. */
export type Note =
  /** A secret that is short or an ordinary word is masked in its own members only. */
  | { readonly kind: 'weak-secret'; readonly name: string }
  /** A lookup does not show what the fixture names. */
  | {
      readonly kind: 'fixture-not-shown';
      readonly endpoint: string;
      readonly setting: string;
      readonly value: string;
    }
  | {
      readonly kind: 'fixture-mismatched';
      readonly of: string;
      readonly mismatches: readonly Mismatch[];
    }
  | { readonly kind: 'fixture-taken'; readonly taken: Taken }
  /** What is proposed was taken. */
  | { readonly kind: 'fixture-proposed'; readonly proposed: Proposed }
  | { readonly kind: 'fixture-refused'; readonly settings: readonly string[]; readonly said: Said }
  /** An identity is refused as a made-up one is, or as none is; the run goes on with another. */
  | { readonly kind: 'identity-refused'; readonly settings: readonly string[]; readonly said: Said }
  /** One refusal for everything: that a refusal is about the right thing can't be seen. */
  | { readonly kind: 'one-refusal' }
  | { readonly kind: 'none-made'; readonly why: Problem }
  | { readonly kind: 'lookups-lag' }
  /** So often a request was sent again after a wait. */
  | { readonly kind: 'rate-limited'; readonly times: number }
  /** So often a gateway answered in the API's place, with these statuses; sent again, all healed. */
  | { readonly kind: 'healed'; readonly times: number; readonly statuses: readonly number[] }
  | { readonly kind: 'insecure' }
  /** What is declared of a requirement and did not occur. */
  | {
      readonly kind: 'stale-deviation';
      readonly endpoint: string;
      readonly requirement: string;
      readonly deviation: Deviation;
    }
  | { readonly kind: 'stale-waiver'; readonly waiver: Waiver }
  /** Releases that fit what came back, where none was chosen. */
  | ({ readonly kind: 'releases-fit' } & Fit);

/** Why a thing is, or may be, left on the target. */
export type LeftReason =
  | { readonly kind: 'not-removed'; readonly name?: string; readonly said?: Said }
  /** It is not known whether it was created. */
  | { readonly kind: 'unknown'; readonly name?: string }
  /** The deletion says that it is removed, but lookups still show it. */
  | { readonly kind: 'still-shown'; readonly endpoint: string }
  /** Lookups could not be used to see whether it is there. */
  | { readonly kind: 'not-looked-up'; readonly why: Problem }
  /** Its id was answered, but it may be somebody else's. */
  | { readonly kind: 'elsewhere'; readonly found: Readonly<Record<string, string>> };

/** Why a run is only a part of one. */
export type Part =
  | { readonly kind: 'ended' }
  /** Only some cases were asked for. */
  | { readonly kind: 'chosen'; readonly cases: number }
  /** The case list is not the one that the contract gives. */
  | { readonly kind: 'list-shortened'; readonly missing: readonly string[] };
