import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { ApiDocument } from '../../src/document/api-document.js';
import { buildContract } from '../../src/contract/build-contract.js';
import { jsonSchemas } from '../../src/contract/json-schemas.js';
import { requirementsOf } from '../../src/contract/requirements.js';
import { readDocument } from '../../src/document/read-document.js';
import { ConformanceError } from '../../src/error.js';
import { endpointOf } from '../contract/main-contract.js';
import { DOCUMENTS, MAIN } from './documents.js';

/** Offsets of every character that is text: of each cell, heading, paragraph and code block. */
function textOffsets(text: string): number[] {
  const tree = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const offsets: number[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'code') {
      const { start, end } = node.position ?? {};
      for (let at = start?.offset ?? 0; at < (end?.offset ?? 0); at += 1) {
        if (/\S/u.test(text[at] ?? '')) offsets.push(at);
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return offsets;
}

/** What the suite would judge by, without the words that are only shown. */
function judgedBy(document: ApiDocument): string {
  const contract = buildContract([document]);
  const own = endpointOf(contract);
  const { method, address } = own;
  const requirements = requirementsOf(own);
  const shown = new Set(['description', 'title', 'source', 'x-source', '$comment']);
  return JSON.stringify(
    [method.quote, address.quote, requirements, [...jsonSchemas(contract)]],
    (key, value: unknown) =>
      shown.has(key) ? undefined : typeof value === 'bigint' ? String(value) : value,
  );
}

/** Whether an edit is noticed: by words that nothing explains, a hole, or another judgement. */
function isNoticed(text: string, path: string, before: string): boolean {
  try {
    const document = readDocument(text, path);
    return document.unaccounted.length > 0 || judgedBy(document) !== before;
  } catch (error) {
    return error instanceof ConformanceError;
  }
}

describe.each([...DOCUMENTS])('%s', (path, text) => {
  const before = judgedBy(readDocument(text, path));
  const offsets = textOffsets(text);

  it('has text to edit', () => {
    expect(offsets.length).toBeGreaterThan(700);
    expect(isNoticed(text, path, before)).toBe(false);
  });

  it('hides no edit of one character', () => {
    // Every fifth character of the document that is judged still meets every cell, heading and value;
    // the others are of the same form.
    const step = path === MAIN ? 5 : 11;
    const edited = offsets.filter((_, index) => index % step === 0);
    const unnoticed = edited.filter((at) => {
      const other = text[at] === 'Q' ? 'K' : 'Q';
      return !isNoticed(text.slice(0, at) + other + text.slice(at + 1), path, before);
    });
    const lines = unnoticed.map((at) => text.slice(0, at).split('\n').length);
    expect(lines).toEqual([]);
  });
});
