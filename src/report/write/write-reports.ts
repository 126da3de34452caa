import { join } from 'node:path';
import type { ConformanceError } from '../../error.js';
import type { RunRecord } from '../../record/record.js';
import { drawCtrf } from '../test-results/ctrf.js';
import { drawHtml } from '../html/draw-html.js';
import { drawJunit } from '../test-results/junit.js';
import type { Lang } from '../lang.js';
import type { ProofSummary } from '../proof.js';
import { recordText } from './record-text.js';
import { REPORT_NAMES, type ReportName } from './report-names.js';
import { drawSummary } from '../summary/summary.js';
import { writeFiles } from './write-files.js';

/** Where and how reports are written. */
export interface ReportOptions {
  /** The folder; made when it is not there. */
  readonly out: string;
  /** The language of `summary.md`. */
  readonly lang: Lang;
  /** What the proof of the suite showed, for the HTML report. */
  readonly proof?: ProofSummary;
  /** Hears of what could not be written, once the rest is; without it, it is thrown. */
  readonly failed?: (error: ConformanceError) => void;
}

/**
 * Writes the record and every report that is drawn from it. Each file is there whole or not at all:
 * it is written beside its place and then renamed. One that can't be written keeps none of the others
 * from it.
 *
 * @param record - the record
 * @param options - folder and language
 * @returns the paths written: those of {@link REPORT_NAMES}
 * @throws ConformanceError `usage` that names each file that can't be written, and why
 */
export async function writeReports(record: RunRecord, options: ReportOptions): Promise<string[]> {
  const { out, lang, proof, failed } = options;
  const draw: Readonly<Record<ReportName, () => string>> = {
    'results.json': () => recordText(record),
    'conformance.html': () => drawHtml(record, { lang, ...(proof && { proof }) }),
    'junit.xml': () => drawJunit(record),
    'ctrf.json': () => drawCtrf(record),
    'summary.md': () => drawSummary(record, lang),
  };
  return writeFiles(
    REPORT_NAMES.map((name) => ({ path: join(out, name), draw: draw[name] })),
    failed,
  );
}
