import type { Exclusion, Level, Source } from '../contract/requirement.js';
import type { Text } from '../text.js';
import type { Purpose, RecordedExchange } from './exchange.js';
import type { WireLimits } from '../http/exchange.js';

export type { Purpose, RecordedExchange };

/** Name and version of the record's form. */
export const RECORD_FORMAT = 'cmdb-conformance/results@1';

/** What a run says of a target as a whole. */
export type Outcome = 'conformant' | 'nonconformant' | 'incomplete';

/** What a run says of one requirement or one case. */
export type Status = 'passed' | 'failed' | 'deviation' | 'inconclusive' | 'not-applicable';

/** `observed`: recorded with what the server did, without a verdict. */
export type CaseStatus = Status | 'observed';

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
  readonly id: string;
  readonly level: Exclude<Level, 'support'>;
  readonly title: Text;
  readonly source: Source;
  readonly status: Status;
  /** Ids of the cases that exercised it. */
  readonly cases: readonly string[];
  /** Numbers of the exchanges that decided a verdict other than `passed`; at most 20. */
  readonly evidence: readonly number[];
  /** True when it gave different verdicts in one run. */
  readonly flaky?: boolean;
  /** Why, in English; always there unless the status is `passed`. */
  readonly reason?: string;
  /** The same in Chinese. */
  readonly reasonZh?: string;
}

/** What came of one case. */
export interface CaseResult {
  readonly id: string;
  readonly category: Category;
  readonly title: Text;
  readonly requirements: readonly string[];
  readonly status: CaseStatus;
  readonly durationMs: number;
  readonly exchanges: readonly RecordedExchange[];
  readonly reason?: string;
  readonly reasonZh?: string;
}

/** The verdict on a statement of our own documents; decides no outcome. */
export interface SupportResult {
  readonly id: string;
  readonly status: Status;
  readonly source: Source;
  readonly title: Text;
  readonly reason?: string;
}

/** Something the suite made on the target and could not remove. */
export interface Leftover {
  /** `association` or `instance`. */
  readonly kind: 'association' | 'instance';
  /** Model of the instance, or the association's `bk_obj_asst_id`. */
  readonly of: string;
  /** The int64 id as decimal text; absent when the server never told it. */
  readonly id?: string;
  /** Why it is still there, or may be. */
  readonly reason: string;
}

/** The settings in force, secrets as `<name>`. */
export interface RecordedSettings {
  readonly only: readonly string[];
  readonly strict: boolean;
  readonly insecure: boolean;
  readonly redactUsers: boolean;
  readonly lookupWaitMs: number;
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
  /** One sentence on the outcome, and what to do next. */
  readonly summary: Text;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly suite: {
    readonly version: string;
    readonly node: string;
    readonly frontEnd: 'run' | 'playwright';
    readonly documents: readonly { readonly path: string; readonly sha256: string }[];
  };
  readonly target: {
    readonly baseUrl: string;
    readonly embedded: boolean;
    /** Mapping of the model association as looked up: `1:1`, `1:n`, `n:n`. */
    readonly mapping?: string;
  };
  readonly settings: RecordedSettings;
  /** Present when only a part was run, or the run ended early. */
  readonly partial?: {
    readonly reason: string;
    readonly reasonZh: string;
    /** The command for the full run. */
    readonly command: string;
  };
  readonly requirements: readonly RequirementResult[];
  readonly support: readonly SupportResult[];
  readonly cases: readonly CaseResult[];
  /** Exchanges before, between and after the cases: preflight, instances made and removed. */
  readonly housekeeping: readonly RecordedExchange[];
  readonly exclusions: readonly Exclusion[];
  /** What the reader should know besides: retried faults, unusual manners, fixture remarks. */
  readonly notes: readonly Text[];
  readonly leftovers: readonly Leftover[];
  readonly counts: Readonly<Record<Status, number>> & { readonly exchanges: number };
}
