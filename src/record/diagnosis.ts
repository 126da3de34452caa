import type { Text } from '../text.js';
import type { Ending, Note } from './ending.js';
import type { Fit } from './fitting-releases.js';
import type { Problem, Said } from './problem.js';
import type { Family } from './profile.js';

/**
 * How a check came out.
 *
 * - `ok`: nothing stands in the way
 * - `warning`: a run can go ahead, but the reader should know
 * - `wrong`: a run would end early
 * - `not-tried`: it was not looked at, and the check says why
 * - `unknown`: it was looked at, and could not be seen
 */
export type CheckResult = 'ok' | 'warning' | 'wrong' | 'not-tried' | 'unknown';

/** The certificate that a target shows. Times are as X.509 writes them. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: string;
  /** Whole days until it expires; negative once it has. */
  readonly days: number;
}

/** What was looked at, by its kind, and what was seen of it. `words` is what the system says. */
export type Seen =
  /** `told` is the whole message where the settings can't be used. */
  | {
      readonly kind: 'configuration';
      readonly variables: number;
      readonly doubts: readonly Text[];
      readonly notes: readonly Note[];
      readonly told?: { readonly problem: Text; readonly remedy: Text };
    }
  /** Whether the settings let the suite write to the host. */
  | { readonly kind: 'writes'; readonly host: string }
  | {
      readonly kind: 'name';
      readonly host: string;
      readonly addresses: readonly string[];
      readonly words?: string;
    }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly ms: number;
      readonly words?: string;
    }
  /** Without `certificate` and `words`, TLS is not spoken. */
  | {
      readonly kind: 'tls';
      readonly certificate?: Certificate;
      readonly isUnverified?: true;
      readonly words?: string;
    }
  /** Without `address`, requests go straight to the target. */
  | { readonly kind: 'proxy'; readonly address?: string; readonly words?: string }
  | { readonly kind: 'address'; readonly url: string; readonly ms: number }
  | { readonly kind: 'app'; readonly settings: readonly string[]; readonly said?: Said }
  | { readonly kind: 'identity'; readonly setting: string; readonly said?: Said }
  /** `problem` is what is lacking, or why it can't be seen; `untried` why nothing was asked. */
  | {
      readonly kind: 'permission';
      readonly endpoint: string;
      readonly isRequired: boolean;
      readonly problem?: Problem;
      /** How the target says that it has no such endpoint. */
      readonly missing?: Said;
      readonly untried?: 'no-writes' | 'not-shown-absent' | 'no-free-id';
    }
  | { readonly kind: 'clock'; readonly aheadMs?: number }
  /** What the settings name, and what is known of it, by name. */
  | {
      readonly kind: 'fixture';
      readonly setting: string;
      readonly value: string;
      readonly facts: Readonly<Record<string, string>>;
      readonly notes: readonly Note[];
    }
  /** Whether it is there, and free; without settings a run makes what it needs, where it may. */
  | {
      readonly kind: 'free';
      readonly settings: readonly string[];
      readonly values: readonly string[];
      readonly notes: readonly Note[];
    }
  | { readonly kind: 'lookups' }
  /** What had to be waited for on the way. */
  | { readonly kind: 'weather'; readonly notes: readonly Note[] }
  /** Which releases of a family fit what was seen; without `fit`, nothing tells them apart. */
  | { readonly kind: 'releases'; readonly family: Family; readonly fit?: Fit }
  /** What a run would send: about so many requests, so many of which create something. */
  | {
      readonly kind: 'forecast';
      readonly requests: number;
      readonly creations: number;
      readonly perSecond?: number;
      readonly seconds: number;
    };

/** One check: what was seen, and how `run` would end for it where it would. */
export type Check = Seen & { readonly result: CheckResult; readonly ends?: Ending };

/** Name of a kind of check. */
export type CheckKind = Seen['kind'];

/** All kinds of checks, in the order of a diagnosis. */
export const CHECKS = [
  'configuration',
  'writes',
  'name',
  'tcp',
  'tls',
  'proxy',
  'address',
  'app',
  'identity',
  'permission',
  'clock',
  'fixture',
  'free',
  'lookups',
  'weather',
  'releases',
  'forecast',
] as const satisfies readonly CheckKind[];

/** Format of a diagnosis as `doctor --json` prints it. */
export const DIAGNOSIS_FORMAT = 'cmdb-conformance/diagnosis@1';

/** Everything that was looked at before a run. */
export interface Diagnosis {
  readonly format: typeof DIAGNOSIS_FORMAT;
  readonly suite: { readonly version: string };
  readonly target?: { readonly baseUrl: string; readonly embedded: boolean };
  readonly checks: readonly Check[];
  /** Kinds that were not come to, as something before them is wrong. */
  readonly notReached: readonly CheckKind[];
  readonly exitCode: number;
  /** The command for the run. */
  readonly command: string;
}
