import { describe, expect, it } from 'vitest';
import { loadProfiles } from '../../src/cli/declared/load-profiles.js';
import { fittingReleases } from '../../src/record/fitting-releases.js';
import type { SeenAnswer } from '../../src/record/fitting-releases.js';
import type { Manner, Profile } from '../../src/record/profile.js';

const ABOUT = { en: 'it', zh: '它' };

function profile(...manners: Manner[]): Profile {
  const release = (id: string) => ({ id, observed: true, about: ABOUT });
  return {
    ...{ family: 'esb', releases: ['a', 'b', 'c'].map(release) },
    ...{ deviations: [], manners },
  };
}

const UNKNOWN: Manner = {
  ...{ endpoint: 'store_thing', about: ABOUT, case: 'semantics.it.unknown' },
  forms: [
    { about: ABOUT, until: 'a', tells: { code: '11' } },
    { about: ABOUT, since: 'b', tells: { code: '12', message: { pattern: '^no ' } } },
  ],
};
const VALID: Manner = {
  ...{ endpoint: 'store_thing', about: ABOUT, case: 'success.it' },
  forms: [
    { about: ABOUT, until: 'b', tells: { lacks: 'permission' } },
    { about: ABOUT, since: 'c', tells: { has: 'permission' } },
  ],
};

function seen(more: Partial<SeenAnswer>): SeenAnswer {
  return {
    ...{ endpoint: 'store_thing', case: 'semantics.it.unknown', evidence: 3 },
    ...{ said: { code: '12', message: 'no such thing' }, members: ['result'] },
    ...more,
  };
}

describe('the releases that fit what came back', () => {
  const valid = seen({ case: 'success.it', said: { code: '0', message: '' } });

  it('are those of all forms that fit', () => {
    const fit = fittingReleases(profile(UNKNOWN, VALID), [seen({}), valid]);
    expect(fit).toMatchObject({ family: 'esb', releases: ['b'] });
    expect(fit?.because).toEqual([
      { endpoint: 'store_thing', case: 'semantics.it.unknown', said: seen({}).said, evidence: 3 },
      {
        ...{ endpoint: 'store_thing', case: 'success.it', said: valid.said, evidence: 3 },
        lacks: 'permission',
      },
    ]);
  });

  it('are not told by an answer that no release gives, nor by none at all', () => {
    expect(fittingReleases(profile(UNKNOWN), [])).toBeUndefined();
    const other = seen({ said: { code: '12', message: 'it is gone' } });
    expect(fittingReleases(profile(UNKNOWN), [other])).toBeUndefined();
    expect(fittingReleases(profile(UNKNOWN), [seen({ endpoint: 'find_thing' })])).toBeUndefined();
  });

  it('are none where the answers contradict each other', () => {
    const old = seen({ said: { code: '11', message: '' } });
    const fresh = { ...valid, members: ['result', 'permission'] };
    expect(fittingReleases(profile(UNKNOWN, VALID), [old, fresh])).toBeUndefined();
  });
});

describe('the profiles of the product', () => {
  it.each(loadProfiles().map((one) => [one.family, one] as const))(
    'name only releases that they have: %s',
    (_, { releases, deviations, manners }) => {
      const ids = releases.map(({ id }) => id);
      const spans = [...deviations, ...manners.flatMap(({ forms }) => forms)];
      for (const { since, until, releases: own = [] } of spans) {
        const named = [since, until, ...own].flatMap((id) => (id === undefined ? [] : [id]));
        expect(ids).toEqual(expect.arrayContaining(named));
      }
    },
  );
});
