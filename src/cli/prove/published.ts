import { readFileSync, writeFileSync } from 'node:fs';
import type { Lang } from '../../report/lang.js';
import type { ProofSummary } from '../../report/proof.js';
import type { Text } from '../../text.js';

const BLOCK = /(<!-- proof:begin[^>]*-->\n)[\s\S]*?(\n<!-- proof:end -->)/;

/** The sentence of a README that the proof writes; never typed by hand. */
function readmeSentence(summary: ProofSummary): Text {
  const { defects, caught, variants, blamed, suiteHash } = summary;
  return {
    en: `**${caught} of ${defects}** servers broken on purpose are caught, each by the requirement that names it; **${blamed} of ${variants}** right servers, the unusual ones included, are blamed (suite \`${suiteHash}\`).`,
    zh: `**${defects} 个**故意出错的服务端中识别出 **${caught} 个**，且都由对应的规则识别；**${variants} 个**正确的服务端（包括少见的）中误判 **${blamed} 个**（套件 \`${suiteHash}\`）。`,
  };
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
 * @param readmes - the README in each language, with its two marks
 */
export function published(
  summary: ProofSummary,
  proofFile: string,
  readmes: Readonly<Record<Lang, string>>,
): Published[] {
  const sentence = readmeSentence(summary);
  const withSentence = (lang: Lang): Published => ({
    file: readmes[lang],
    text: readFileSync(readmes[lang], 'utf8').replace(BLOCK, (_whole, begin: string, end: string) =>
      [begin, sentence[lang], end].join(''),
    ),
  });
  return [
    { file: proofFile, text: `${JSON.stringify(summary, null, 2)}\n` },
    withSentence('en'),
    withSentence('zh'),
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
