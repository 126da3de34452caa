import type { Erratum } from '../contract/erratum.js';
import type { Exclusion, Level, Source } from '../contract/requirement.js';
import type { WireLimits } from '../http/exchange.js';
import type { Text } from '../text.js';
import type { ChosenReleases, Deviation } from './declaration.js';
import type { Ending, LeftReason, Note, Part } from './ending.js';
import type { RecordedExchange, Usual } from './exchange.js';
import type { Problem, Said } from './problem.js';
import type { Waiver } from './waiver.js';

/** Name and version of the record's form. */
export const RECORD_FORMAT = 'cmdb-conformance/results@2';

/** What a run says of a target as a whole. */
export type Outcome = 'conformant' | 'nonconformant' | 'incomplete';

/** What a run says of one requirement or one case. */
export type Status = 'passed' | 'failed' | 'deviation' | 'inconclusive' | 'not-applicable';

/** `observed`: recorded with what the server did, without a verdict. */
export type CaseStatus = Status | 'observed';

/** `full`: each case, and rounds of refusals; `quick`: each case once. */
export type Effort = 'full' | 'quick';

/** The categories of cases, in the order of a run. */
export const CATEGORIES = [
  'success',
  'missing-field',
  'wrong-type',
  'bad-auth',
  'envelope',
  'semantics',
  'protocol',
] as const;

/** One of {@link CATEGORIES}. */
export type Category = (typeof CATEGORIES)[number];

/** The verdict on one requirement. */
export interface RequirementResult {
  readonly endpoint: string;
  /** Unique within its endpoint. */
  readonly id: string;
  readonly level: Level;
  readonly title: Text;
  readonly source: Source;
  readonly status: Status;
  /** Ids of the cases that exercised it. */
  readonly cases: readonly string[];
  /** Numbers of the exchanges that decided a verdict other than `passed`; at most 20. */
  readonly evidence: readonly number[];
  /** Why; always there unless the status is `passed`. */
  readonly problem?: Problem;
  /** The trial that the problem came up in, as a finding names it; absent where nothing was tried. */
  readonly trial?: string;
  /** How many findings decided, and of how many that passed or failed. */
  readonly times?: { readonly deciding: number; readonly judged: number };
  /** True when one trial gave different verdicts in this run. */
  readonly flaky?: boolean;
  /** What the chosen releases are known to do, where that is what failed. */
  readonly deviation?: readonly Deviation[];
  /** What waives it; of one that failed, what did so and has run out. */
  readonly waiver?: readonly Waiver[];
  /** What is wrong in the document at it. */
  readonly erratum?: Pick<Erratum, 'about' | 'since' | 'link'>;
}

/** What a server did with a request that has no verdict. */
export type Observed =
  | { readonly did: 'accepted'; readonly status: number }
  | { readonly did: 'refused'; readonly said: Said; readonly status: number }
  | { readonly did: 'other'; readonly problem: Problem; readonly status?: number };

/** What came of one case. */
export interface CaseResult {
  readonly endpoint: string;
  /** Unique within its endpoint. */
  readonly id: string;
  readonly category: Category;
  readonly title: Text;
  readonly requirements: readonly string[];
  readonly status: CaseStatus;
  readonly problem?: Problem;
  readonly observed?: Observed;
  readonly durationMs: number;
  readonly exchanges: readonly RecordedExchange[];
  /** Numbers of exchanges that it shares with another case, which has them: a twin of several. */
  readonly also?: readonly number[];
}

/** Something the suite made on the target and could not remove. */
export interface Leftover {
  /** What it is, as its effect names it. */
  readonly kind: string;
  /** The name that it stands under: its model, for example. */
  readonly of: string;
  /** The int64 id as decimal text; absent when the server never told it. */
  readonly id?: string;
  /** Why it is still there, or may be. */
  readonly why: LeftReason;
}

/** One endpoint of a run. */
export interface EndpointRun {
  readonly endpoint: string;
  /** What its requests create, in words; absent for an endpoint without an effect. */
  readonly thing?: Text;
  /** What was looked up about the ground of its requests, by name: `mapping` for example. */
  readonly ground: Readonly<Record<string, string>>;
  /** Ids of what the suite made and removed, or chose, and the variables whose values stand in for them. */
  readonly standIns?: Readonly<Record<string, string>>;
}

/** The settings in force, secrets as `<name>`. */
export interface RecordedSettings {
  readonly only: readonly string[];
  readonly strict: boolean;
  readonly insecure: boolean;
  readonly redactUsers: boolean;
  readonly lookupWaitMs: number;
  /** 0: as the target's speed suggests. */
  readonly concurrency: number;
  readonly limits: WireLimits;
  /** Variables that were set, and where each came from; values of secrets never. */
  readonly variables: readonly {
    readonly name: string;
    readonly value: string;
    readonly from: 'command line' | 'environment' | '.env' | 'default' | 'embedded';
  }[];
}

/** The result of one run: everything that any report shows is in here. */
export interface RunRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly suite: {
    readonly version: string;
    readonly node: string;
    readonly frontEnd: 'run' | 'playwright';
    readonly effort: Effort;
    readonly documents: readonly { readonly path: string; readonly sha256: string }[];
  };
  readonly target: {
    readonly baseUrl: string;
    readonly embedded: boolean;
    readonly binding: string;
    /** The releases that the run was told to expect. */
    readonly releases?: ChosenReleases;
    /** Tells what this run made from what others make. */
    readonly runId: string;
  };
  /** The endpoints that were judged, in the order of the run. */
  readonly endpoints: readonly EndpointRun[];
  readonly settings: RecordedSettings;
  /** Why the run ended early; absent when it came to its end. */
  readonly ended?: Ending;
  /** Present when only a part was run, or the run ended early. */
  readonly partial?: {
    readonly part: Part;
    /** The command for the full run. */
    readonly command: string;
  };
  readonly requirements: readonly RequirementResult[];
  readonly cases: readonly CaseResult[];
  readonly usual: Usual;
  /** Exchanges before, between and after the cases: preflight, what was made and removed. */
  readonly housekeeping: readonly RecordedExchange[];
  readonly exclusions: readonly Exclusion[];
  /** What the reader should know besides: unusual manners, remarks on the fixture. */
  readonly notes: readonly Note[];
  readonly leftovers: readonly Leftover[];
  readonly counts: Readonly<Record<Status, number>> & { readonly exchanges: number };
}
