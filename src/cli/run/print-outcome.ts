import { drawOutcome } from '../../report/console/console.js';
import type { Lang } from '../../report/lang.js';
import { withoutCommands } from '../../report/without-commands.js';
import type { RunRecord } from '../../record/record.js';

/**
 * Prints the outcome of a run on standard output, in colour on a terminal (https://no-color.org).
 *
 * @param reports - paths of the reports that were written
 */
export function printOutcome(record: RunRecord, lang: Lang, reports: readonly string[]): void {
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const width = process.stdout.columns || 100;
  const text = `${drawOutcome(record, lang, { color, width, reports })}\n`;
  // Playwright prints in a process that `main` knows nothing of.
  process.stdout.write(withoutCommands(text));
}
