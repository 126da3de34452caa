import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { subjectOf } from '../../src/cases/subject.js';
import type { Requirement } from '../../src/contract/requirement.js';
import { anOutline } from './a-subject.js';

function requirement(id: string): Requirement {
  const source = { path: 'docs/api/store_thing.md', line: 1, quote: id };
  return { id, level: 'must', source, title: { en: id, zh: id } };
}

describe('subjectOf', () => {
  it('knows the requirements of the endpoint and of the conventions, in the order asked', () => {
    const outline = anOutline({ requirements: [requirement('a'), requirement('b')] });
    const { known, ...rest } = subjectOf(outline, ESB, true, [requirement('convention.c')]);
    expect(rest).toEqual({ outline, binding: ESB, hasEffect: true });
    expect(known('convention.c', 'd', 'b', 'a')).toEqual(['convention.c', 'b', 'a']);
    expect(known('d')).toEqual([]);
    expect(known()).toEqual([]);
  });
});
