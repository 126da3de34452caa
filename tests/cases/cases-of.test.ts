import { describe, expect, it } from 'vitest';
import type { DeepCase } from '../../src/cases/case.js';
import { casesOf } from '../../src/cases/cases-of.js';
import type { OwnCases } from '../../src/cases/cases-of.js';
import { aSubject, member } from './a-subject.js';

const given = { members: [member('name', 'string')], answer: [member('result', 'boolean')] };
const deep: DeepCase = {
  kind: 'deep',
  id: 'semantics.thing.twice',
  category: 'semantics',
  title: { en: 'the same thing twice', zh: '同一对象两次' },
  requirements: [],
  alone: false,
  costs: { requests: 1, creations: 1 },
};
const early: DeepCase = { ...deep, id: 'success.ids.two', category: 'success' };
const own: OwnCases = {
  cases: [deep, early],
  again: {
    name: 'each thing',
    title: { en: 'each thing', zh: '逐个' },
    refusals: () => [{ trial: deep.id, changes: [], about: 'request', requirements: [] }],
  },
};

describe('casesOf', () => {
  const cases = casesOf(aSubject(given), own);

  it('has the categories in order, what judges all answers last', () => {
    expect([...new Set(cases.map(({ category }) => category))]).toEqual([
      'success',
      'missing-field',
      'wrong-type',
      'bad-auth',
      'semantics',
      'protocol',
      'envelope',
    ]);
  });

  it('has what the effect adds in its category, before the rounds', () => {
    const of = (category: string) =>
      cases.filter((entry) => entry.category === category).map(({ id }) => id);
    expect(of('success').at(-1)).toBe('success.ids.two');
    expect(of('semantics')).toEqual([
      'semantics.thing.twice',
      ...[1, 2, 3, 4, 5].map((round) => `semantics.each thing.round ${round}`),
    ]);
    expect(of('missing-field')).toEqual([
      'missing-field.name.absent',
      'missing-field.name.null',
      'missing-field.name.empty',
      ...[1, 2, 3, 4, 5, 6].map((round) => `missing-field.each member.round ${round}`),
    ]);
  });

  it('has no rounds where the effort is quick, and all else', () => {
    const quick = casesOf(aSubject(given), own, 'quick');
    expect(quick).toEqual(cases.filter(({ kind }) => kind !== 'round'));
    expect(quick.length).toBeLessThan(cases.length);
    expect(casesOf(aSubject(given), own, 'full')).toEqual(cases);
  });

  it('has none for an endpoint without an effect', () => {
    expect(casesOf(aSubject(given, { hasEffect: false }), { cases: [] })).toEqual([]);
  });

  it('gives every id once, each begun with its category', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id, category } of cases) expect(id.startsWith(`${category}.`), id).toBe(true);
  });

  it('has what an endpoint without members still has', () => {
    const bare = casesOf(aSubject(), { cases: [] });
    expect(bare.some(({ category }) => category === 'missing-field')).toBe(false);
    expect(bare.some(({ category }) => category === 'wrong-type')).toBe(false);
    expect(bare.filter(({ category }) => category === 'envelope')).toHaveLength(1);
    expect(bare.filter(({ category }) => category === 'success')).toHaveLength(4);
  });
});
