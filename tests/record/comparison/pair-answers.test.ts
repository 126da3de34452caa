import { describe, expect, it } from 'vitest';
import type { Answered } from '../../../src/record/comparison/experiments.js';
import { pairAnswers } from '../../../src/record/comparison/pair-answers.js';

/** Answers by their keys: what begins with `r` is a refusal. */
function answers(...keys: readonly string[]): Answered[] {
  return keys.map((key, n) => {
    const common = { status: 200, headers: new Map<string, string>() };
    const features = key.startsWith('r')
      ? ({ ...common, did: 'other', what: 'not-json' } as const)
      : ({ ...common, did: 'other', what: 'no-envelope' } as const);
    return { n, key, features };
  });
}

describe('the answers of two runs to one request', () => {
  it.each([
    { what: 'the same ones', before: ['a', 'b'], after: ['b', 'b', 'a'], pairs: [] },
    { what: 'as many others', before: ['a', 'b'], after: ['c', 'd'], pairs: ['a c', 'b d'] },
    { what: 'one more', before: ['a'], after: ['a', 'b'], pairs: ['a b'] },
    { what: 'one less', before: ['a', 'b'], after: ['a'], pairs: ['b a'] },
    {
      what: 'more of another, where one that is gone has nothing like it',
      before: ['a', 'r', 'a'],
      after: ['c', 'c', 'c', 'c'],
      pairs: ['a c', 'a c', 'a c', 'a c', 'r c'],
    },
  ])('$what', ({ before, after, pairs }) => {
    const paired = pairAnswers(answers(...before), answers(...after));
    expect(paired.map(([one, other]) => `${one.key} ${other.key}`)).toEqual(pairs);
  });
});
