import type { Block } from './blocks.js';
import { find, type Notes } from './finding.js';
import type { Quoted } from './quoted.js';

/** The sections of an API document. */
export type SectionName =
  | 'method'
  | 'address'
  | 'common'
  | 'function'
  | 'request'
  | 'requestSample'
  | 'responseSample'
  | 'response';

/** A heading and what stands below it; inner headings stay among the blocks. */
export interface Section {
  readonly heading: Quoted;
  readonly blocks: readonly Block[];
}

const HEADINGS: ReadonlyMap<string, SectionName> = new Map<string, SectionName>([
  ['请求方法', 'method'],
  ['请求地址', 'address'],
  ['通用参数', 'common'],
  ['功能描述', 'function'],
  ['请求参数', 'request'],
  ['接口参数', 'request'],
  ['请求参数示例', 'requestSample'],
  ['返回结果示例', 'responseSample'],
  ['返回结果参数说明', 'response'],
]);

/**
 * Sorts blocks into the sections that their headings name.
 *
 * @param blocks - the blocks of a document in their order
 * @param notes - takes headings that name no section, with all that stands below them
 * @returns the sections, and the blocks before the first heading
 */
export function readSections(
  blocks: readonly Block[],
  notes: Notes,
): { readonly preamble: readonly Block[]; readonly sections: ReadonlyMap<SectionName, Section> } {
  const preamble: Block[] = [];
  const unknown: Block[] = [];
  const sections = new Map<SectionName, Section>();
  let depth = 0;
  let inner: Block[] = preamble;
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      inner.push(block);
      continue;
    }
    const [heading] = block.words;
    const name = block.words.length === 1 ? HEADINGS.get(heading?.quote ?? '') : undefined;
    if (heading !== undefined && name !== undefined) {
      if ((sections.get(name)?.blocks.length ?? 0) > 0) {
        const quote = JSON.stringify(heading.quote);
        find(notes, heading, 'repeated', `A second section ${quote}.`, `重复的章节 ${quote}。`);
        inner = unknown;
      } else {
        inner = [];
        sections.set(name, { heading, blocks: inner });
      }
      depth = block.depth;
    } else if (inner !== preamble && block.depth > depth) {
      inner.push(block);
    } else {
      inner = unknown;
      inner.push(block);
    }
  }
  for (const block of unknown) notes.unaccounted.push(...block.words);
  return { preamble, sections };
}
