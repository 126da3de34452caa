import type { Level } from '../../contract/requirement.js';
import type { Text } from '../../text.js';
import type { ChosenReleases } from '../declaration.js';
import type { Ending } from '../ending.js';
import type { Purpose } from '../exchange.js';
import type { Problem } from '../problem.js';
import type { Effort, Outcome, Status } from '../record.js';

/** Name and version of the form of `comparison.json`. */
export const COMPARISON_FORMAT = 'cmdb-conformance/comparison@1';

/**
 * How clients feel a change, the gravest first.
 *
 * - `breaking`: a client that kept the document, or the server's habits, stops working
 * - `risky`: one that looks at more than it should may
 * - `additive`: none does
 */
export const SEVERITIES = ['breaking', 'risky', 'additive'] as const;

/** One of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** Who changed. */
export const CAUSES = ['server', 'document', 'suite', 'configuration'] as const;

/** One of {@link CAUSES}. */
export type Cause = (typeof CAUSES)[number];

/** In what an answer differs from the answer to the same request before. */
export const DIFFERENCE_KINDS = [
  /** A request that was accepted is refused, or the reverse. */
  'refused-now',
  'accepted-now',
  /** Something else than the envelope comes back, or no longer does. */
  'unreadable-now',
  'readable-now',
  /** Nothing comes back, or something does again. */
  'silent-now',
  'answered-now',
  /** `at` is the path of a member. */
  'member-gone',
  'type-changed',
  'null-now',
  'value-now',
  'member-new',
  /** Of a refusal: its code, its message, both, or both as another refusal of the run before. */
  'code-changed',
  'message-changed',
  'refused-otherwise',
  'other-cause',
  /** Of a success. */
  'success-code-changed',
  'success-message-changed',
  'status-changed',
  /** `at` is the name of a header. */
  'header-changed',
  'header-gone',
  'header-new',
  'request-id-form',
  /** What a server does where the document is silent, though its answers are alike. */
  'observed-otherwise',
] as const;

/** One of {@link DIFFERENCE_KINDS}. */
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** Where a difference shows: the exchanges, by their numbers in each record. */
export interface Place {
  /** Id of the case; absent for exchanges that belong to none. */
  readonly case?: string;
  readonly purpose: Purpose;
  readonly before?: number;
  readonly after?: number;
}

/** Why a difference is expected, as a waiver says it. */
export interface Accepted {
  readonly reason: string;
  readonly ticket?: string;
  readonly owner?: string;
  /** The last day, `yyyy-mm-dd` in UTC; without it, it does not end. */
  readonly expires?: string;
}

/** A requirement by its name. */
export interface RequirementName {
  readonly endpoint: string;
  /** Unique within its endpoint. */
  readonly id: string;
}

/** One thing in which answers differ, however many show it. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The endpoints that answered so. */
  readonly endpoints: readonly string[];
  /** Path of a member, or name of a header. */
  readonly at?: string;
  /** What was there, each form of it once; what must differ stands as a placeholder. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly severity: Severity;
  readonly cause: Cause;
  /** How many answers show it. */
  readonly count: number;
  /** The first of them. */
  readonly places: readonly Place[];
  /** Requirements whose verdict changed with it. */
  readonly requirements: readonly RequirementName[];
  readonly accepted?: Accepted;
}

/** What became of a requirement. */
export const CHANGES = [
  'broken',
  /** It fails, and was not judged before. */
  'found-failing',
  'no-longer-judged',
  'gone',
  'deviation-come',
  'deviation-gone',
  'new',
  'judged-now',
  'fixed',
  'still-failing',
  'unchanged',
] as const;

/** One of {@link CHANGES}. */
export type Change = (typeof CHANGES)[number];

/** A requirement whose verdict, level or source changed, or that failed and still does. */
export interface RequirementChange {
  readonly endpoint: string;
  readonly id: string;
  readonly level: Level;
  readonly title: Text;
  readonly change: Change;
  readonly before?: Status;
  readonly after?: Status;
  /** Why it is not passed now; where it is gone or fixed, why it was not before. */
  readonly problem?: Problem;
  /** None where nothing got better or worse. */
  readonly severity?: Severity;
  readonly cause: Cause;
  readonly accepted?: Accepted;
}

/** In what two runs differ besides their target, or what of them could not be compared. */
export type Reservation =
  | { readonly kind: 'suite-differs'; readonly before: string; readonly after: string }
  | { readonly kind: 'documents-differ'; readonly paths: readonly string[] }
  | { readonly kind: 'binding-differs'; readonly before: string; readonly after: string }
  /** Other releases were declared, or none: what is a deviation in one may be a failure in the other. */
  | {
      readonly kind: 'releases-differ';
      readonly before: ChosenReleases;
      readonly after: ChosenReleases;
    }
  | { readonly kind: 'effort-differs'; readonly before: Effort; readonly after: Effort }
  | { readonly kind: 'endpoints-left-out'; readonly endpoints: readonly string[] }
  | { readonly kind: 'partial'; readonly side: Side; readonly ended?: Ending }
  /** Cases that only one of the runs has, or of which one of them sent nothing. */
  | { readonly kind: 'cases-left-out'; readonly before: number; readonly after: number }
  | {
      readonly kind: 'ground-differs';
      readonly endpoint: string;
      readonly name: string;
      readonly before: string;
      readonly after: string;
    }
  /** Variables that are set for one of the runs only. */
  | {
      readonly kind: 'variables-differ';
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | { readonly kind: 'strictness-differs' }
  | { readonly kind: 'user-names-differ' };

/** Which of the two runs. */
export type Side = 'before' | 'after';

/** Why two runs can't be compared at all. */
export type Incomparable =
  | { readonly kind: 'no-common-endpoint' }
  /** Of all that this run sent for its cases, nothing was answered. */
  | { readonly kind: 'nothing-answered'; readonly side: Side };

/** What is told of a run. */
export interface ComparedRun {
  /** As it was named on the command line. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly startedAt: string;
  readonly baseUrl: string;
  readonly embedded: boolean;
  readonly binding: string;
  readonly version: string;
  readonly effort: Effort;
  readonly documents: readonly { readonly path: string; readonly sha256: string }[];
  readonly counts: Readonly<Record<Status, number>>;
}

/** How long answers took, in milliseconds: shown, and never counted. */
export interface Latency {
  readonly endpoint: string;
  readonly before: Spread;
  readonly after: Spread;
}

/** Median and 95th percentile of a number of values. */
export interface Spread {
  readonly count: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** A requirement that only one of two documents has, or that they state otherwise. */
export interface DocumentChange {
  readonly endpoint: string;
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: Stated;
  readonly after?: Stated;
}

/** How a document states a requirement. */
export interface Stated {
  readonly level: Level;
  readonly path: string;
  readonly line: number;
  readonly quote: string;
}

/** Two runs beside each other: what every report of a comparison shows is in here. */
export interface Comparison {
  readonly format: typeof COMPARISON_FORMAT;
  readonly exitCode: number;
  /** What has to be there at least for an exit code other than 0. */
  readonly failOn: Severity;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Those that both judged, and what each creates. */
  readonly endpoints: readonly { readonly endpoint: string; readonly thing?: Text }[];
  readonly incomparable?: Incomparable;
  readonly reservations: readonly Reservation[];
  readonly documents: readonly DocumentChange[];
  /** Those that are not `unchanged`. */
  readonly requirements: readonly RequirementChange[];
  /** All of them, by what became of them. */
  readonly changes: Readonly<Record<Change, number>>;
  /** Verdicts before and after: how many requirements went from the one to the other. */
  readonly flows: readonly {
    readonly before?: Status;
    readonly after?: Status;
    readonly count: number;
  }[];
  readonly differences: readonly Difference[];
  /** How many pairs of answers were compared. */
  readonly compared: number;
  readonly latency: readonly Latency[];
  /** Rules by which values that must differ were replaced, and how often each was. */
  readonly rules: readonly {
    readonly name: string;
    readonly pattern?: string;
    readonly times: number;
  }[];
  /** Entries of the accept file that match nothing, and those whose last day is over. */
  readonly stale: readonly AcceptEntry[];
  readonly expired: readonly AcceptEntry[];
}

/** An entry of an accept file: which difference or which change of a requirement is expected. */
export type AcceptEntry = Accepted &
  (
    | {
        readonly difference: DifferenceKind;
        readonly endpoints: readonly string[];
        readonly at?: string;
        readonly before: readonly string[];
        readonly after: readonly string[];
      }
    | {
        readonly requirement: string;
        readonly endpoint: string;
        readonly change: Change;
      }
  );
