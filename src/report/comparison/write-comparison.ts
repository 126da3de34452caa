import { join } from 'node:path';
import type { Comparison } from '../../record/comparison/comparison.js';
import { writeFiles } from '../write-files.js';

/**
 * Writes every report of a comparison; each file is there whole or not at all.
 *
 * @param options - the folder
 * @returns the paths written
 * @throws ConformanceError `usage` that names each file that can't be written, and why
 */
export async function writeComparison(
  comparison: Comparison,
  { out }: { readonly out: string },
): Promise<string[]> {
  return writeFiles([
    {
      path: join(out, 'comparison.json'),
      draw: () => `${JSON.stringify(comparison, null, 2)}\n`,
    },
  ]);
}
