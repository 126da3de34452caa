import type { Purpose } from './exchange.js';

/** One request that a run would send, secrets removed, with placeholders for ids not known yet. */
export interface PlannedRequest {
  readonly n: number;
  readonly method: string;
  /** Below the base URL. */
  readonly path: string;
  readonly endpoint: string;
  readonly purpose: Purpose;
  /** The case that it is sent for; absent before, between and after the cases. */
  readonly case?: string;
  readonly body: string;
}

/** Format of what `run --dry-run --json` prints. */
export const DRY_RUN_FORMAT = 'cmdb-conformance/dry-run@1';

/** Everything that a run would send to a prompt, right server. */
export interface DryRun {
  readonly format: typeof DRY_RUN_FORMAT;
  readonly suite: { readonly version: string; readonly effort: string };
  readonly target: { readonly baseUrl: string; readonly embedded: boolean };
  readonly requests: readonly PlannedRequest[];
  readonly counts: { readonly requests: number; readonly creations: number };
  /** What a run says before it begins: about as many. */
  readonly forecast: { readonly requests: number; readonly creations: number };
}
