import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CAUSES,
  CHANGES,
  DIFFERENCE_KINDS,
  SEVERITIES,
} from '../../../src/record/comparison/comparison.js';
import { ROOT } from '../../project/pages.js';

/** All lists of values in a schema, each sorted. */
function listsIn(name: string): string[][] {
  const lists: string[][] = [];
  const text = readFileSync(join(ROOT, 'schemas', 'comparison', `${name}.schema.json`), 'utf8');
  JSON.parse(text, (key: string, value: unknown) => {
    if (key === 'enum' && Array.isArray(value)) lists.push(value.map(String).sort());
    return value;
  });
  return lists;
}

describe('the schema of a comparison', () => {
  it.each([
    ['kinds of differences', DIFFERENCE_KINDS],
    ['changes', CHANGES],
    ['severities', SEVERITIES],
    ['causes', CAUSES],
  ])('has all %s, and no other', (_, values) => {
    expect(listsIn('comparison')).toContainEqual([...values].sort());
  });
});

describe('the schema of an accept file', () => {
  it('has all kinds of differences and all changes', () => {
    expect(listsIn('accept')).toEqual([[...DIFFERENCE_KINDS].sort(), [...CHANGES].sort()]);
  });
});
