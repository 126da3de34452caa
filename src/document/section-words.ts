import type { Block } from './blocks.js';
import { readClauses } from './clauses.js';
import { find, type Notes } from './finding.js';
import type { Clause } from './phrases.js';
import type { Quoted } from './quoted.js';
import type { Section } from './sections.js';

/**
 * The only word of a section: one paragraph of one line.
 *
 * @param section - the section, or undefined when the document lacks it
 * @param known - whether a word is one that may stand there
 * @param notes - takes what stands there instead
 * @returns the word, or undefined
 */
export function readWord(
  section: Section | undefined,
  known: (word: string) => boolean,
  notes: Notes,
): Quoted | undefined {
  if (section === undefined) return undefined;
  const words = section.blocks.flatMap((block) => block.words);
  const [word] = words;
  if (words.length === 1 && section.blocks[0]?.kind === 'paragraph' && known(word?.quote ?? '')) {
    return word;
  }
  notes.unaccounted.push(...words);
  const name = section.heading.quote;
  const en = `Under "${name}" no single word stands that is one.`;
  find(notes, section.heading, 'missing', en, `“${name}”下没有可识别的唯一取值。`);
  return undefined;
}

/**
 * Explains every sentence of some blocks.
 *
 * @param blocks - blocks, of which only paragraphs hold sentences
 * @param where - the part of the document that they stand in
 * @param notes - takes what nothing explains
 * @returns the clauses that are explained
 */
export function readProse(
  blocks: readonly Block[],
  where: 'document' | 'function',
  notes: Notes,
): Clause[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') {
      return block.words.flatMap((sentence) => readClauses(sentence, where, notes));
    }
    notes.unaccounted.push(...block.words);
    return [];
  });
}
