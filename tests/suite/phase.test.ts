import { describe, expect, it } from 'vitest';
import { meetPhase, noveltyOf } from '../../src/suite/experiment/phase.js';

function counters(all: number, adds: number) {
  return { counts: { all, adds }, phases: new Map<string, Set<string>>() };
}

describe('where counters stand', () => {
  it('is all new at first, and nothing new at the same place', () => {
    const state = counters(0, 0);
    expect(noveltyOf(state, 'x absent')).toBe(14);
    meetPhase(state, 'x absent');
    expect(noveltyOf(state, 'x absent')).toBe(0);
    expect(noveltyOf(state, 'y absent')).toBe(14);
  });

  it('is new for every period that does not divide the way', () => {
    const state = counters(0, 0);
    meetPhase(state, 'x absent');
    state.counts.all = 6;
    // 4, 5, 7 and 8 do not divide 6.
    expect(noveltyOf(state, 'x absent')).toBe(4);
    state.counts.adds = 4;
    // 3, 5, 6, 7 and 8 do not divide 4.
    expect(noveltyOf(state, 'x absent')).toBe(9);
    state.counts.all = 840;
    state.counts.adds = 840;
    expect(noveltyOf(state, 'x absent')).toBe(0);
  });
});
