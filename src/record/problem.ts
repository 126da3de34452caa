import type { WireFaultKind } from '../http/exchange.js';

/** What a target said with a refusal. `code` is decimal text: an int may exceed a double. */
export interface Said {
  readonly code?: string;
  readonly message: string;
}

/** Something stored on a target, by its id and what it holds, as a lookup shows it. */
export interface Stored {
  readonly id: string;
  /** Its members by the names of the effect, in the order they are shown in. */
  readonly holds: Readonly<Record<string, string>>;
}

/** What else than its settings a case takes, and the target or the ground does not give. */
export type Lack =
  /** Instances (or whatever the effect makes) of the suite's own. */
  | { readonly of: 'own-ground'; readonly number: number; readonly why?: Problem }
  /** A thing that was made and then removed. */
  | { readonly of: 'removed-thing'; readonly why?: Problem }
  /** An id that a double can't hold, which the named setting could give. */
  | { readonly of: 'large-id'; readonly setting: string }
  /** Letters in the named setting, which a case puts in the other case. */
  | { readonly of: 'letters'; readonly setting: string }
  /** Two kinds of things, and ids that are of one kind only. */
  | { readonly of: 'two-kinds' };

/**
 * Why a finding did not pass, as data. Reports draw the sentences, and nothing else does; what a
 * target said stands in it as it was said, secrets removed.
 */
export type Problem =
  // Nothing came back, or nothing that can be read.
  /** No answer: what the transport met, in the system's words. */
  | { readonly kind: 'no-answer'; readonly fault: WireFaultKind; readonly words: string }
  /** The target never took the request: requests come too fast for it. */
  | { readonly kind: 'too-fast'; readonly said?: Said }
  /** A gateway answered in the API's place, however often the request was sent. */
  | { readonly kind: 'weather'; readonly status: number }
  /** An answer began that is not right HTTP. */
  | { readonly kind: 'answer-broken'; readonly fault: WireFaultKind; readonly words: string }
  | { readonly kind: 'redirected'; readonly status: number; readonly to?: string }
  /** `words` is the reader's: what is wrong at `offset` (UTF-16 units). */
  | { readonly kind: 'not-json'; readonly words: string; readonly offset: number }
  | { readonly kind: 'not-an-object' }
  /** Neither a success nor a failure of the documented form: these members are wrong in it. */
  | { readonly kind: 'no-well-formed-failure'; readonly members: readonly string[] }
  /** A connection broke and was tried again. */
  | {
      readonly kind: 'unstable';
      readonly fault: WireFaultKind;
      readonly words: string;
      readonly healed: boolean;
    }

  // A request that has to be refused.
  | { readonly kind: 'accepted' }
  | { readonly kind: 'created-all-the-same'; readonly ids: readonly string[] }
  /** Found at the end only, though the request was refused. */
  | { readonly kind: 'appeared-later'; readonly id: string }
  /** New things that may come from the request as well as from somebody else. */
  | { readonly kind: 'appeared-beside'; readonly ids: readonly string[] }
  /** Refused as bad credentials are, by a target that tells causes apart. */
  | { readonly kind: 'wrong-cause'; readonly said: Said }
  /** The same request without the change did not succeed either. */
  | { readonly kind: 'twin-not-accepted'; readonly said?: Said }
  | { readonly kind: 'twin-unanswered' }

  // A valid request.
  | { readonly kind: 'valid-refused'; readonly said: Said }
  /** The identity that these settings give is refused as a made-up one is, or as none is. */
  | {
      readonly kind: 'identity-refused';
      readonly settings: readonly string[];
      readonly said: Said;
    }
  /** It takes a permission that this app or this user has not; `actions` by their names. */
  | { readonly kind: 'permission'; readonly said: Said; readonly actions?: readonly string[] }
  /** Refused, and nothing shows that the fixture, which the user set, is right. */
  | {
      readonly kind: 'fixture-doubtful';
      readonly settings: readonly string[];
      readonly said: Said;
    }
  /** Refused while something of this run, which could not be removed, may stand in the way. */
  | { readonly kind: 'ground-held'; readonly said: Said }
  | {
      readonly kind: 'created-without-success';
      readonly ids: readonly string[];
      readonly said?: Said;
    }
  /** Of several valid requests at once, some were not accepted; `said` of the first of them. */
  | {
      readonly kind: 'some-not-accepted';
      readonly refused: number;
      readonly of: number;
      readonly said?: Said;
    }

  // What was stored.
  | { readonly kind: 'not-created' }
  | { readonly kind: 'stored-otherwise'; readonly asked: Stored; readonly found: Stored }
  | { readonly kind: 'created-more'; readonly found: readonly Stored[] }
  | {
      readonly kind: 'vanished';
      readonly id: string;
      readonly when: 'before-removal' | 'by-the-end' | 'beside-another' | 'by-a-refusal';
    }
  | {
      readonly kind: 'value-changed';
      readonly at: string;
      readonly sent: string;
      readonly found: string;
    }
  /** Lookups can't be used to see it. */
  | { readonly kind: 'not-looked-up'; readonly why?: Problem }
  /** A lookup was refused. */
  | { readonly kind: 'lookup-refused'; readonly endpoint: string; readonly said: Said }
  /** Rows of a lookup lack members without which it can't be used. */
  | {
      readonly kind: 'lookup-unreadable';
      readonly endpoint: string;
      readonly members: readonly string[];
    }
  /** A ground of the suite's own could not be made. */
  | {
      readonly kind: 'not-made';
      readonly endpoint: string;
      readonly of: string;
      readonly said?: Said;
      /** What came instead, where it was no refusal. */
      readonly why?: Problem;
    }
  /** It takes a value for a member that the suite has none for, by its type or its `rule`. */
  | {
      readonly kind: 'not-filled';
      readonly of: string;
      readonly at: string;
      readonly type: string;
      readonly rule?: string;
    }
  /** Nothing that a lookup shows, so many things, can be used without more settings. */
  | { readonly kind: 'none-fits'; readonly endpoint: string; readonly seen: number }
  /** Lookups show something of each of these ids, none of which anybody can have been given. */
  | { readonly kind: 'none-free'; readonly ids: readonly string[] }
  /** Things of a kind that the server has calls of its own for. */
  | { readonly kind: 'built-in'; readonly of: string }

  // Ids.
  | { readonly kind: 'id-missing' }
  /** Nothing is found under the answered id, but under others (or none). */
  | { readonly kind: 'id-unknown'; readonly id: string; readonly found: readonly string[] }
  | { readonly kind: 'id-in-use'; readonly id: string }
  | { readonly kind: 'id-given-again'; readonly id: string }
  | { readonly kind: 'ids-equal'; readonly ids: readonly string[] }

  // What an answer holds.
  | { readonly kind: 'member-missing'; readonly at: string }
  /** `expected` and `found` are JSON types, or `int64`. */
  | {
      readonly kind: 'wrong-type';
      readonly at: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'contradiction'; readonly code: string; readonly result: boolean }
  | { readonly kind: 'message-empty' }
  | { readonly kind: 'message-says-nothing'; readonly message: string }
  | { readonly kind: 'message-lacks-name'; readonly name: string; readonly message: string }
  | { readonly kind: 'id-in-failure'; readonly at: string; readonly id: string }
  | { readonly kind: 'key-twice'; readonly at: readonly string[] }
  | { readonly kind: 'byte-order-mark' }
  | { readonly kind: 'content-type'; readonly found?: string }
  | { readonly kind: 'integer-form'; readonly written: readonly string[] }
  | { readonly kind: 'request-id-again'; readonly id: string }
  /** `name` is the name of the secret, never its value. */
  | { readonly kind: 'secret-repeated'; readonly name: string }

  // It was not judged.
  | { readonly kind: 'not-configured'; readonly settings: readonly string[] }
  | { readonly kind: 'lacking'; readonly lack: Lack }
  /** The endpoint has no effect of its own: nothing is sent to it. */
  | { readonly kind: 'no-effect' }
  /** No case of this run exercised it. */
  | { readonly kind: 'not-exercised' }
  /** Its cases were run, but nothing that came back decides it. */
  | { readonly kind: 'undecided' }
  /** The run ended before it; the record says why. */
  | { readonly kind: 'run-ended' };

/** Name of a kind of problem. */
export type ProblemKind = Problem['kind'];
