import { readFileSync, writeFileSync } from 'node:fs';
import type { ProofSummary } from '../../report/proof.js';

const BLOCK = /(<!-- proof:begin[^>]*-->\n)[\s\S]*?(\n<!-- proof:end -->)/;

/** The sentence of the README that the proof writes; never typed by hand. */
function readmeSentence(summary: ProofSummary): string {
  const { defects, caught, variants, blamed, suiteHash } = summary;
  return `**${caught} of ${defects}** servers broken on purpose are caught, each by the requirement that names it; **${blamed} of ${variants}** right servers, the unusual ones included, are blamed (suite \`${suiteHash}\`).`;
}

/** What is published elsewhere of a proof, as it should be. */
export interface Published {
  readonly file: string;
  readonly text: string;
}

/**
 * The files that show the proof, as they should be.
 *
 * @param proofFile - the checked-in summary
 * @param readme - the README, with its two marks
 */
export function published(summary: ProofSummary, proofFile: string, readme: string): Published[] {
  const text = readFileSync(readme, 'utf8');
  return [
    { file: proofFile, text: `${JSON.stringify(summary, null, 2)}\n` },
    {
      file: readme,
      text: text.replace(BLOCK, (_whole, begin: string, end: string) =>
        [begin, readmeSentence(summary), end].join(''),
      ),
    },
  ];
}

/** Those that are not as they should be. */
export function stale(files: readonly Published[]): string[] {
  return files.filter(({ file, text }) => read(file) !== text).map(({ file }) => file);
}

/** Writes those that are not as they should be. */
export function publish(files: readonly Published[]): void {
  for (const { file, text } of files) writeFileSync(file, text);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
