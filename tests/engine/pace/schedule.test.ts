import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AcceptanceCase, Case, RefusalCase, RoundCase } from '../../../src/cases/case.js';
import { groupCases, runsBeside, schedule, select } from '../../../src/engine/pace/schedule.js';
import { ALL_CASES } from '../all-cases.js';

const ENDPOINT = 'add_instance_association';

function idsOf(cases: readonly Case[]): string[] {
  return cases.map(({ id }) => id);
}

describe('the cases that are meant', () => {
  const meant = (...only: string[]): string[] => idsOf(select(ENDPOINT, ALL_CASES, only));

  it('are all where nothing is named', () => {
    expect(meant()).toEqual(idsOf(ALL_CASES));
  });

  it('are those of a category, of a requirement, of an id, in the order of all', () => {
    const one = 'semantics.pair.repeated';
    const mixed = meant(one, 'protocol', 'auth.bk_token.accepted');
    expect(mixed).toEqual(
      idsOf(
        ALL_CASES.filter(
          ({ id, category, requirements }) =>
            id === one ||
            category === 'protocol' ||
            requirements.includes('auth.bk_token.accepted'),
        ),
      ),
    );
    expect(mixed.length).toBeGreaterThan(3);
  });

  it('may be named behind their endpoint, and only behind it', () => {
    expect(meant(`${ENDPOINT}/protocol`)).toEqual(meant('protocol'));
    expect(meant(`${ENDPOINT}/semantics.pair.repeated`)).toEqual(['semantics.pair.repeated']);
    expect(meant('another/semantics.pair.repeated')).toEqual([]);
    expect(meant('another/protocol')).toEqual([]);
  });

  it('are none that a name is only a part of', () => {
    expect(meant('missing')).toEqual([]);
    expect(meant('semantics.pair')).toEqual([]);
  });
});

const TITLE = { en: 'x', zh: 'x' };

function plain(n: number): AcceptanceCase {
  const id = `success.${n}`;
  return {
    kind: 'acceptance',
    id,
    category: 'success',
    title: TITLE,
    requirements: [],
    identity: 'user',
  };
}

function round(name: string, number: number): RoundCase {
  return {
    ...{ kind: 'round', id: `bad-auth.${name}.round ${number}`, category: 'bad-auth' },
    ...{ title: TITLE, requirements: [], round: number, thorough: false, refusals: [] },
  };
}

function refusal(n: number, identity?: RefusalCase['identity']): RefusalCase {
  const id = `bad-auth.${n}`;
  return {
    ...{ kind: 'refusal', id, trial: id, category: 'bad-auth', title: TITLE },
    ...{ requirements: [], changes: [], about: 'credentials' },
    ...(identity === undefined ? {} : { identity }),
  };
}

describe('the order of a run', () => {
  it('is as given, with the envelope last', () => {
    const order = schedule(ALL_CASES.filter(({ kind }) => kind !== 'round'));
    const [plainOnes, last] = [
      ALL_CASES.filter(({ kind }) => kind !== 'round' && kind !== 'envelope'),
      ALL_CASES.filter(({ kind }) => kind === 'envelope'),
    ];
    expect(last.length).toBeGreaterThan(0);
    expect(idsOf(order)).toEqual(idsOf([...plainOnes, ...last]));
  });

  it('has the rounds spread evenly, one number after another', () => {
    const rounds = ['a', 'b'].flatMap((name) => [1, 2].map((number) => round(name, number)));
    const order = idsOf(schedule([...rounds, ...Array.from({ length: 9 }, (_, n) => plain(n))]));
    expect(order.filter((id) => id.startsWith('bad-auth'))).toEqual([
      'bad-auth.a.round 1',
      'bad-auth.b.round 1',
      'bad-auth.a.round 2',
      'bad-auth.b.round 2',
    ]);
    expect(order.map((id) => (id.startsWith('success') ? '-' : 'r')).join('')).toBe(
      '--r--r--r--r-',
    );
  });

  it('loses and doubles none, however many rounds there are', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (plains, rounds) => {
        const cases = [
          ...Array.from({ length: plains }, (_, n) => plain(n)),
          ...Array.from({ length: rounds }, (_, n) => round('a', n)),
        ];
        expect(idsOf(schedule(cases)).sort()).toEqual(idsOf(cases).sort());
      }),
    );
  });

  it('of a full run mixes rounds with the rest from the first tenth to the last', () => {
    const order = schedule(ALL_CASES);
    const places = order.flatMap(({ kind }, at) => (kind === 'round' ? [at / order.length] : []));
    expect(Math.min(...places)).toBeLessThan(0.1);
    expect(Math.max(...places)).toBeGreaterThan(0.9);
  });
});

describe('cases that have one twin', () => {
  const groups = (...cases: Case[]): string[][] => groupCases(cases).map(idsOf);

  it('are negative ones of one identity in a row, four at most', () => {
    const five = [1, 2, 3, 4, 5].map((n) => refusal(n));
    expect(groups(...five)).toEqual([
      ['bad-auth.1', 'bad-auth.2', 'bad-auth.3', 'bad-auth.4'],
      ['bad-auth.5'],
    ]);
  });

  it('are none that carry different identities, or have another kind of case between them', () => {
    expect(groups(refusal(1), refusal(2, 'token'), refusal(3, 'token'))).toEqual([
      ['bad-auth.1'],
      ['bad-auth.2', 'bad-auth.3'],
    ]);
    expect(groups(plain(1), plain(2), refusal(1), plain(3), refusal(2))).toEqual([
      ['success.1'],
      ['success.2'],
      ['bad-auth.1'],
      ['success.3'],
      ['bad-auth.2'],
    ]);
    expect(groups()).toEqual([]);
  });
});

describe('cases side by side', () => {
  it('are all but the envelope and what chooses its ground itself', () => {
    const alone = ALL_CASES.filter((entry) => !runsBeside(entry));
    expect(alone.length).toBeGreaterThan(0);
    for (const entry of alone) {
      expect(entry.kind === 'envelope' || (entry.kind === 'deep' && entry.alone)).toBe(true);
    }
    for (const kind of ['refusal', 'acceptance', 'round', 'observation', 'deep'] as const) {
      expect(
        ALL_CASES.some((entry) => entry.kind === kind && runsBeside(entry)),
        kind,
      ).toBe(true);
    }
  });
});
