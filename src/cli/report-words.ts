import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A secret of other characters is no word of a report. */
const WORD = /^[\p{L}_ .,;:/-]+$/u;

/** The room whose modules hold every sentence of a report. */
const REPORT = fileURLToPath(new URL('../report', import.meta.url));

let words: string | undefined;

/**
 * Whether a text occurs in what the reports themselves say. They are read once, and only for a text
 * that can be a word.
 *
 * @returns true whatever its letter case
 */
export function isReportWord(value: string): boolean {
  if (!WORD.test(value)) return false;
  words ??= textOf(REPORT).toLowerCase();
  return words.includes(value.toLowerCase());
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
