import { join } from 'node:path';
import type { Comparison } from '../../record/comparison/comparison.js';
import type { Lang } from '../lang.js';
import { writeFiles } from '../write/write-files.js';
import { drawComparisonHtml } from './html/draw-html.js';
import type { ComparedRecords } from './html/places.js';
import { drawComparisonMarkdown } from './markdown.js';

/**
 * Writes every report of a comparison; each file is there whole or not at all.
 *
 * @param records - the two that were compared
 * @param options - the folder, and the language of the Markdown
 * @returns the paths written: comparison.json, comparison.html, comparison.md
 * @throws ConformanceError `usage` that names each file that can't be written, and why
 */
export async function writeComparison(
  comparison: Comparison,
  records: ComparedRecords,
  { out, lang }: { readonly out: string; readonly lang: Lang },
): Promise<string[]> {
  return writeFiles([
    {
      path: join(out, 'comparison.json'),
      draw: () => `${JSON.stringify(comparison, null, 2)}\n`,
    },
    {
      path: join(out, 'comparison.html'),
      draw: () => drawComparisonHtml(comparison, records, lang),
    },
    { path: join(out, 'comparison.md'), draw: () => drawComparisonMarkdown(comparison, lang) },
  ]);
}
