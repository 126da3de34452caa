import type { Credential, Identity } from '../binding/binding.js';
import type { OpenEffect } from '../effects/effect.js';
import type { WayOfRemoval } from '../effects/removal.js';
import type { Slot } from '../effects/slot.js';
import type { Answer } from '../judge/answer.js';
import { noCredentialRefusals } from '../judge/credential-refusals.js';
import type { CredentialRefusals } from '../judge/credential-refusals.js';
import type { Taken } from '../record/ending.js';
import type { SeenAnswer } from '../record/fitting-releases.js';
import type { Problem, Said } from '../record/problem.js';

/** What a run has learnt of its target. */
export interface Knowledge {
  /** The identity that lookups and twins use: one that this target accepts. */
  identity: Identity;
  /** Signatures of this target's refusals for bad credentials of any kind. */
  readonly credentialRefusals: CredentialRefusals;
  /** Roles of the identities that were accepted alone. */
  readonly accepted: Set<Credential['role']>;
  /** Signatures of the refusals of a token that no login gave, and of no identity at all. */
  readonly identityRefusals: { madeUp: string | undefined; none: string | undefined };
  /** Signature of the refusal of something that there is not. */
  unknownRefusal: string | undefined;
  /** Answers outside of cases that may tell of the release. */
  readonly seen: SeenAnswer[];
  readonly lookups: LookupsKnown;
  /** Slots that the suite made. */
  readonly made: Slot[];
  /** One more of them, for something that lasts. */
  spare: Slot | undefined;
  /** The user's own slot, where there is one that can be used. */
  fixture: Slot | undefined;
  /** Why the user's own can't be used as things are; undefined where nothing is known. */
  taken: Taken | undefined;
  /** Whether the fixture's request was ever accepted. */
  isFixtureAccepted: boolean;
  /** Whether the request of a slot that the suite made was ever accepted. */
  isMadeAccepted: boolean;
  /** The permission for lack of which a valid request or a lookup was refused. */
  permission: { readonly said: Said; readonly actions: readonly string[] } | undefined;
  /** How this target wants to be asked for a removal. */
  wayOfRemoval: WayOfRemoval;
  /** Ids of what could not be removed so far. */
  readonly unremoved: Set<bigint>;
  /** How a removal was refused last, though it was asked for twice. */
  removalRefusal: Extract<Answer, { readonly kind: 'refused' }> | undefined;
  /** Whether lookups show that what the fixture names exists; undefined until it is asked. */
  fixtureSeen: Promise<boolean> | undefined;
  /** What the fixture's request was refused with, other than bad credentials. */
  fixtureRefusal: Said | undefined;
  /**
   * What a valid request may be refused for because it came too soon: its slot is still being cleared,
   * or was made just now. False once that was ruled out.
   */
  readonly tooSoonAfter: { removal: boolean; ground: boolean };
  /** True once an envelope case has made sure that there are answers to judge. */
  isSampled: boolean;
}

/** What is known of lookups. */
export interface LookupsKnown {
  /** Why they can't be used; undefined while they can. */
  unusable: Problem | undefined;
  /** True once one could be used. */
  isUsed: boolean;
  /** Signatures of the refusals that were met before one could be used, and the last one's words. */
  readonly refusals: Map<string, Said>;
  /** True once something showed up only after a while. */
  isLagging: boolean;
  /** True once something that the suite made was found. */
  hasShown: boolean;
  /** Creations that never showed up. */
  missing: number;
}

/** Nothing is known yet: things are removed as the documents say. */
export function noKnowledge(
  identity: Identity,
  { removal }: Pick<OpenEffect, 'removal'>,
): Knowledge {
  return {
    identity,
    credentialRefusals: noCredentialRefusals(),
    accepted: new Set(),
    identityRefusals: { madeUp: undefined, none: undefined },
    unknownRefusal: undefined,
    seen: [],
    lookups: {
      unusable: undefined,
      isUsed: false,
      refusals: new Map(),
      isLagging: false,
      hasShown: false,
      missing: 0,
    },
    made: [],
    spare: undefined,
    fixture: undefined,
    taken: undefined,
    isFixtureAccepted: false,
    isMadeAccepted: false,
    permission: undefined,
    wayOfRemoval: removal.ways[0],
    unremoved: new Set(),
    removalRefusal: undefined,
    fixtureSeen: undefined,
    fixtureRefusal: undefined,
    tooSoonAfter: { removal: true, ground: true },
    isSampled: false,
  };
}
