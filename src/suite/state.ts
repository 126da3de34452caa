import type { Text } from '../text.js';
import type { Client } from '../target/client.js';
import type { Identity } from '../target/identity.js';
import type { StandIn } from '../target/curl.js';
import type { Ledger } from '../target/ledger.js';
import type { Settings } from '../config/settings.js';
import type { Redactor } from '../redact/secrets.js';
import type { ContractFiles } from './contract-files.js';
import type { CredentialRefusals } from '../judge/credential-refusals.js';
import type { EnvelopeJudge } from '../judge/envelope.js';
import type { Finding } from '../record/finding.js';
import type { CaseFinding } from '../record/roll-up.js';
import type { Leftover, RecordedExchange } from '../record/record.js';

/** A source and a target instance that may be associated. */
export interface Slot {
  readonly source: bigint;
  readonly target: bigint;
  /** True when the suite made the two instances itself. */
  readonly made: boolean;
}

/** Rows between two instances, in this direction; of one side alone: with any other. */
export interface Place {
  readonly source?: bigint;
  readonly target?: bigint;
}

/** An instance that the suite made. */
export interface MadeInstance {
  readonly model: string;
  readonly id: bigint;
  readonly creation: number;
}

/** An id that was answered or found for what the suite asked for. */
export interface Given {
  readonly slot: Slot;
  /** Numbers in the ledger of the creations that it came up in: a server may answer one id twice. */
  readonly creations: Set<number>;
}

/** A place where a request could have stored something, and who sent it last. */
export interface Watch {
  readonly place: Place;
  readonly slot: Slot;
  readonly caseId: string;
  readonly experiment: Text;
  readonly requirements: readonly string[];
}

/** What the suite needs of the world around it. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Does something later, unless it is called off; keeps no process alive. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  /** A fresh random text of 12 hexadecimal digits. */
  readonly random: () => string;
}

/** Everything that a run has learnt and done so far. */
export interface State {
  readonly settings: Settings;
  readonly contract: ContractFiles;
  readonly client: Client;
  readonly redactor: Redactor;
  readonly ledger: Ledger;
  readonly world: World;
  readonly envelope: EnvelopeJudge;
  /** Everything that was found, by the case in which it came up. */
  readonly findings: Map<string, CaseFinding[]>;
  /** What was seen of our own documents' statements, by requirement; a failure stays. */
  readonly support: Map<string, Finding>;
  readonly housekeeping: RecordedExchange[];
  readonly notes: Text[];
  readonly leftovers: Leftover[];
  /** The identity that lookups and twins use: one that this target accepts. */
  identity: Identity;
  /** Signatures of this target's refusals for bad credentials of any kind. */
  readonly credentialRefusals: CredentialRefusals;
  unknownAssociationRefusal: string | undefined;
  /** Every association id that was given in this run, and whether it is still there. */
  readonly ids: Map<bigint, 'there' | 'removed'>;
  /** Ids of rows that were at a place before the suite did anything there, by the place's key. */
  readonly before: Map<string, ReadonlySet<bigint>>;
  /** Every id that was answered or found for something that the suite asked for, and where. */
  readonly given: Map<bigint, Given>;
  /** Where a sloppy server could have stored something, and the case that last tried. */
  readonly watched: Map<string, Watch>;
  readonly lookups: {
    /** Why lookups can't be used; undefined while they can. */
    unusable: Text | undefined;
    /** True once a lookup could be used. */
    used: boolean;
    /** True for a server that takes no lookup without an association. */
    byAssociation: boolean;
    /** Signatures of the refusals that lookups met before one could be used. */
    readonly refusals: Set<string>;
    /** True once an association showed up only after a while. */
    lagging: boolean;
    /** True once an association that the suite made was found. */
    shown: boolean;
    /** Creations that never showed up. */
    missing: number;
  };
  readonly trouble: {
    /** Creations that ran into a time-out or a size limit. */
    exhausted: number;
    /** Exchanges in a row that stayed without an answer. */
    unanswered: number;
    /** Milliseconds spent on exchanges that failed. */
    lostMs: number;
  };
  /** What is known of a target's limit on how fast requests may come. */
  readonly throttle: {
    /** Requests that were taken after a wait. */
    waited: number;
    /** True once waiting did not help a request that may be refused for itself. */
    futile: boolean;
  };
  /** Requests so far: in all, and to `add_instance_association`. */
  readonly counts: { all: number; adds: number };
  /** When the next request may go out, where the settings bound their number in a second. */
  nextAt: number;
  /** By experiment: where the counters stood each time it was made, as `phase.ts` writes it. */
  readonly phases: Map<string, Set<string>>;
  /** An association that stays from the beginning to the end, where the suite makes instances. */
  lasting:
    { readonly slot: Slot; readonly id: bigint; readonly remove: () => Promise<void> } | undefined;
  /** Why the run ended early; undefined while it goes on. */
  ended: Text | undefined;
  /** Ends the run: what is under way is aborted, and cleaning up has so many milliseconds. */
  readonly stop: (why: Text, cleaningMs: number) => void;
  /** Mapping of the model association, as looked up. */
  mapping: string | undefined;
  fixture: Slot;
  /** What the target shows for the model association, where it is not the models that are set. */
  otherModels: Text | undefined;
  /** True where the target shows no such model association. */
  associationMissing: boolean;
  /** Why the fixture's pair can't be associated as things are; undefined where nothing is known. */
  fixtureTaken: Text | undefined;
  /** Whether the fixture's pair was ever accepted. */
  fixtureAccepted: boolean;
  /** Whether lookups show that the fixture's instances exist; undefined until it is asked. */
  fixtureSeen: Promise<boolean> | undefined;
  /** What the fixture's pair was refused with, other than bad credentials. */
  fixtureRefusal: string | undefined;
  /** Tells this run's instances and texts from those of other runs. */
  readonly runId: string;
  /** Every instance that the suite made and has not removed. */
  readonly instances: MadeInstance[];
  /** Pairs of instances that the suite made; empty where it can't. */
  readonly made: Slot[];
  /** Ids of instances that the suite made: in a `curl` line the fixture's stand in for them. */
  readonly standIns: Map<bigint, StandIn>;
  whyNoneMade: Text | undefined;
  readonly requestIds: Set<string>;
  /** True once an envelope case has made sure that there are answers to judge. */
  sampled: boolean;
}

/** What one experiment works with: the run's state, its own pair and its own trail. */
export interface Scene {
  readonly state: State;
  readonly slot: Slot;
  readonly caseId: string;
  /** Where the exchanges of the case are recorded. */
  readonly trail: RecordedExchange[];
}

/** Keeps what an experiment found. */
export function keep(scene: Scene, findings: readonly Finding[]): void {
  const { state, caseId } = scene;
  const kept = state.findings.get(caseId) ?? [];
  state.findings.set(caseId, kept);
  for (const finding of findings) kept.push({ ...finding, caseId });
}

/** True once the run has ended early. */
export function isOver({ ended }: Pick<State, 'ended'>): boolean {
  return ended !== undefined;
}

/** Remembers where an id came up. */
export function give({ state, slot }: Scene, id: bigint, creation: number): void {
  const known = state.given.get(id);
  if (known === undefined) state.given.set(id, { slot, creations: new Set([creation]) });
  else known.creations.add(creation);
}
