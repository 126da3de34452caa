import type { Block } from './blocks.js';
import { find, type Notes } from './finding.js';
import type { Quoted } from './quoted.js';
import { spelling } from './spelling.js';

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
    const words = block.words.length === 1 ? spelling(heading?.quote ?? '') : '';
    const name = HEADINGS.get(words.replace(/:$/u, ''));
    if (heading !== undefined && name !== undefined) {
      const before = sections.get(name);
      if (before === undefined || before.blocks.length === 0 || isInner(heading, before)) {
        inner = [];
        sections.set(name, { heading, blocks: inner });
        // What stands between the two headings is not what the inner one heads.
        const isCommon = before?.blocks.some(({ kind }) => kind === 'table') === true;
        if (before !== undefined && isCommon && !sections.has('common')) {
          sections.set('common', before);
        } else unknown.push(...(before?.blocks ?? []));
      } else {
        const quote = JSON.stringify(heading.quote);
        find(notes, heading, 'repeated', `A second section ${quote}.`, `重复的章节 ${quote}。`);
        inner = unknown;
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

/** The section of what is sent has two headings; the outer one is over the common part as well. */
function isInner(heading: Quoted, before: Section): boolean {
  return (
    spelling(before.heading.quote).startsWith('请求参数') &&
    spelling(heading.quote).startsWith('接口参数')
  );
}
