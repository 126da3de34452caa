import type { DocumentMember } from './api-document.js';
import type { Block } from './blocks.js';
import { find, type Notes } from './finding.js';
import { readMemberTable, type DraftMember } from './member-table.js';
import type { Where } from './phrases.js';
import { spelling } from './spelling.js';
import type { Section } from './sections.js';

/** Deepest nesting of tables that is read; documents need three. */
const MAX_DEPTH = 16;

/** The heading of the outermost table of an answer, and so no member's name. */
const ANSWER = 'response';

/**
 * Reads the tables of a section. The first describes the members themselves; each further one
 * the members of the member that its caption ("metadata params") or heading ("data") names.
 *
 * @param section - the section, or undefined when the document lacks it
 * @param where - the part of the document that it is
 * @param notes - takes what is broken, missing or not explained
 * @returns the members with their nested ones; none when there is no readable table
 */
export function readMembers(
  section: Section | undefined,
  where: Where,
  notes: Notes,
): DocumentMember[] {
  if (section === undefined) return [];
  const top: DraftMember[] = [];
  const owners = new Map<string, { readonly member: DraftMember; readonly depth: number }>();
  let topSeen = false;
  let caption: { readonly name: string; readonly block: Block } | undefined;

  for (const block of section.blocks) {
    if (block.kind !== 'table') {
      const name = captionOf(block);
      if (name === undefined) {
        // A line between a caption and its table parts them no more than a blank one does.
        strayBlock(block, notes);
      } else {
        if (caption !== undefined) notes.unaccounted.push(...caption.block.words);
        caption = { name, block };
      }
      continue;
    }
    const isTop: boolean = !topSeen && (caption === undefined || caption.name === ANSWER);
    const owner = isTop ? undefined : owners.get(caption?.name ?? '');
    const into = isTop ? top : owner?.member.members;
    const depth = owner === undefined ? 0 : owner.depth + 1;
    if (into === undefined || owner?.member.hasTable === true || depth > MAX_DEPTH) {
      if (caption !== undefined) notes.unaccounted.push(...caption.block.words);
      notes.unaccounted.push(...block.words);
    } else {
      if (owner !== undefined) owner.member.hasTable = true;
      into.push(...readMemberTable(block, where, notes));
      for (const member of into) {
        const { kind } = member.type ?? {};
        if (kind === 'object' || kind === 'array') owners.set(member.name, { member, depth });
      }
    }
    topSeen ||= isTop;
    caption = undefined;
  }
  if (caption !== undefined) notes.unaccounted.push(...caption.block.words);
  if (!topSeen) {
    find(
      notes,
      section.heading,
      'missing',
      `No table stands under ${JSON.stringify(section.heading.quote)}.`,
      `“${section.heading.quote}”下没有表格。`,
    );
  }
  return top;
}

function captionOf(block: Block): string | undefined {
  const [words, more] = block.words;
  if (words === undefined || more !== undefined) return undefined;
  if (block.kind === 'heading') return /^\w+$/u.exec(words.quote)?.[0];
  if (block.kind === 'paragraph') return /^(\w+) params:?$/u.exec(spelling(words.quote))?.[1];
  return undefined;
}

function strayBlock(block: Block, notes: Notes): void {
  notes.unaccounted.push(...block.words);
  const [words] = block.words;
  if (words?.quote.startsWith('|') !== true) return;
  find(
    notes,
    words,
    'broken-table',
    'This looks like a table, but no row of dashes with as many columns stands below its head.',
    '此处像是表格，但表头下方没有列数相同的分隔行。',
  );
}
