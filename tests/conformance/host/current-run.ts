import type { Lang } from '../../../src/report/lang.js';
import type { RunRecord } from '../../../src/record/record.js';
import type { Pace } from './pace.js';

/** What setup and reporter know together; both live in Playwright's main process. */
interface CurrentRun {
  pace?: Pace;
  lang: Lang;
  /** What Playwright found wrong outside of any test: a spec that can't be loaded, no test at all. */
  readonly errors: string[];
  /** Set once the session is over and its reports are written. */
  published?: { readonly record: RunRecord; readonly reports: readonly string[] };
  /** Set once the outcome is on the console. */
  printed?: true;
  /** Set when that failed. */
  failure?: number;
}

/** The run of this process; Playwright has one at a time. */
export const currentRun: CurrentRun = { lang: 'en', errors: [] };
