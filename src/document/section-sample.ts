import type { DocumentSample } from './api-document.js';
import { find, type Notes } from './finding.js';
import { readSample } from './json-sample.js';
import type { Section } from './sections.js';

/**
 * Reads the sample of a section: one code block that says it is JSON.
 *
 * @param section - the section, or undefined when the document lacks it
 * @param notes - takes what is wrong in the sample, and whatever else stands there
 * @returns the sample, without a value where it can't be read
 */
export function readSampleOf(
  section: Section | undefined,
  notes: Notes,
): DocumentSample | undefined {
  if (section === undefined) return undefined;
  const { heading } = section;
  let sample: DocumentSample | undefined;
  for (const block of section.blocks) {
    if (block.kind !== 'code' || sample !== undefined) {
      notes.unaccounted.push(...block.words);
      continue;
    }
    const { fence } = block;
    const value = readSample(block.text, block.place, notes);
    if (value === undefined || !/^(?:`{3,}|~{3,})\s*json$/u.test(fence.quote)) {
      notes.unaccounted.push(fence);
    }
    sample = value === undefined ? { fence, heading } : { fence, heading, value };
  }
  if (sample === undefined) {
    const name = heading.quote;
    find(notes, heading, 'missing', `There is no sample under "${name}".`, `“${name}”下没有示例。`);
  }
  return sample;
}
