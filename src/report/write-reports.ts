import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConformanceError } from '../error.js';
import type { RunRecord } from '../record/record.js';
import { drawHtml } from './html/draw-html.js';
import { drawJunit } from './junit.js';
import type { Lang } from './lang.js';
import type { ProofSummary } from './proof.js';
import { recordText } from './record-text.js';
import { drawSummary } from './summary.js';

/** The files that are written, in this order. */
export const REPORT_NAMES = [
  'results.json',
  'conformance.html',
  'junit.xml',
  'summary.md',
] as const;

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
 * @returns the paths written: results.json, conformance.html, junit.xml, summary.md
 * @throws ConformanceError `usage` that names each file that can't be written, and why
 */
export async function writeReports(record: RunRecord, options: ReportOptions): Promise<string[]> {
  const { out, lang, proof, failed } = options;
  const draw: Readonly<Record<(typeof REPORT_NAMES)[number], () => string>> = {
    'results.json': () => recordText(record),
    'conformance.html': () => drawHtml(record, { lang, ...(proof && { proof }) }),
    'junit.xml': () => drawJunit(record),
    'summary.md': () => drawSummary(record, lang),
  };
  const written: string[] = [];
  const problems: { path: string; error: unknown }[] = [];
  for (const name of REPORT_NAMES) {
    const path = join(out, name);
    const text = draw[name]();
    try {
      await mkdir(out, { recursive: true });
      await writeWhole(path, text);
      written.push(path);
    } catch (error) {
      problems.push({ path, error });
    }
  }
  const error = problems.length === 0 ? undefined : unwritten(problems);
  if (error !== undefined && failed === undefined) throw error;
  if (error !== undefined) failed?.(error);
  return written;
}

function unwritten(
  problems: readonly { readonly path: string; readonly error: unknown }[],
): ConformanceError {
  const each = problems.map(
    ({ path, error }) => `${path} (${error instanceof Error ? error.message : String(error)})`,
  );
  return new ConformanceError(
    'usage',
    {
      en: `These reports can’t be written: ${each.join(', ')}.`,
      zh: `以下报告无法写入：${each.join('、')}。`,
    },
    {
      en: 'Give a folder that can be written, and that has room, with --out.',
      zh: '请用 --out 指定一个可写且有空间的目录。',
    },
    problems[0]?.error,
  );
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
