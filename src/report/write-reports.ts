import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConformanceError } from '../error.js';
import type { RunRecord } from '../suite/record.js';
import { drawHtml } from './html/draw-html.js';
import { drawJunit } from './junit.js';
import type { Lang } from './lang.js';
import type { ProofSummary } from './proof.js';
import { drawSummary } from './summary.js';

/** Where and how reports are written. */
export interface ReportOptions {
  /** The folder; made when it is not there. */
  readonly out: string;
  /** The language of `summary.md`. */
  readonly lang: Lang;
  /** What the proof of the suite showed, for the HTML report. */
  readonly proof?: ProofSummary;
}

/**
 * Writes the record and every report that is drawn from it. Each file is there whole or not at all:
 * it is written beside its place and then renamed.
 *
 * @param record - the record
 * @param options - folder and language
 * @returns the paths written: results.json, conformance.html, junit.xml, summary.md
 * @throws ConformanceError `usage` when the folder can't be written
 */
export async function writeReports(record: RunRecord, options: ReportOptions): Promise<string[]> {
  const { out, lang, proof } = options;
  const files: readonly [name: string, text: string][] = [
    ['results.json', `${JSON.stringify(record, null, 2)}\n`],
    ['conformance.html', drawHtml(record, { lang, ...(proof && { proof }) })],
    ['junit.xml', drawJunit(record)],
    ['summary.md', drawSummary(record, lang)],
  ];
  const paths: string[] = [];
  try {
    await mkdir(out, { recursive: true });
    for (const [name, text] of files) {
      const path = join(out, name);
      await writeWhole(path, text);
      paths.push(path);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConformanceError(
      'usage',
      `The reports can't be written to ${out}: ${why}.`,
      'Give a folder that can be written with --out.',
      error,
    );
  }
  return paths;
}

async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
