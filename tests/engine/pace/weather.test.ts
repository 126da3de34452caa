import { describe, expect, it } from 'vitest';
import { openBudget } from '../../../src/engine/pace/budget.js';
import { fairWeather, isSilent, noteWeather } from '../../../src/engine/pace/weather.js';
import type { WireFault, WireFaultKind } from '../../../src/http/exchange.js';
import { aClock } from '../a-clock.js';

function aFault(kind: WireFaultKind, answered = false): WireFault {
  return { kind, sent: true, answered, message: `met ${kind}` };
}

/** A run, and the exchanges that it met since the API answered. */
function aRun(hasApiAnswered = true) {
  const budget = openBudget(aClock().world, undefined);
  const weather = { ...fairWeather(), hasApiAnswered };
  const meet = (fault: WireFault | undefined, { totalMs = 10, isCreation = false } = {}): void => {
    noteWeather(weather, budget, { fault, totalMs }, isCreation);
  };
  return { budget, weather, meet };
}

describe('a target', () => {
  it('that answers costs nothing', () => {
    const { budget, weather, meet } = aRun();
    for (let n = 0; n < 100; n += 1) meet(undefined, { totalMs: 1000 });
    expect(weather).toEqual({ ...fairWeather(), hasApiAnswered: true });
    expect(budget.ended()).toBeUndefined();
  });

  it('that gives no answer three times in a row ends the run, in its last words', () => {
    const { budget, meet } = aRun();
    meet(aFault('reset'));
    meet(aFault('reset'));
    expect(budget.ended()).toBeUndefined();
    meet(aFault('timeout'));
    expect(budget.ended()).toEqual({
      kind: 'target-silent',
      fault: 'timeout',
      words: 'met timeout',
    });
    expect(budget.signal().aborted).toBe(false);
  });

  it.each([
    ['gives no answer', 'timeout', false],
    ['answers without end', 'endless', true],
    ['answers too much', 'too-large', true],
  ] as const)('of which nothing was the API so far, and that %s, is none', (_, kind, answered) => {
    const { budget, meet } = aRun(false);
    for (let n = 0; n < 3; n += 1) meet(aFault(kind, answered), { isCreation: true });
    expect(budget.ended()).toEqual({ kind: 'no-connection', fault: kind, words: `met ${kind}` });
  });

  it('that answers meanwhile, in whatever way, does not', () => {
    const { budget, weather, meet } = aRun();
    for (let n = 0; n < 5; n += 1) {
      meet(aFault('reset'));
      meet(aFault('reset'));
      meet(n % 2 === 0 ? undefined : aFault('broken', true));
    }
    expect(weather.unanswered).toBe(0);
    expect(budget.ended()).toBeUndefined();
  });

  it('is silent after one more: what is left is not asked for', () => {
    const { weather, meet } = aRun();
    for (let n = 0; n < 3; n += 1) meet(aFault('reset'));
    expect(isSilent(weather)).toBe(false);
    meet(aFault('reset'));
    expect(isSilent(weather)).toBe(true);
  });

  it('is not judged by exchanges that the run itself aborted', () => {
    const { budget, weather, meet } = aRun();
    for (let n = 0; n < 10; n += 1) meet(aFault('aborted'), { totalMs: 10_000 });
    expect(weather).toEqual({ ...fairWeather(), hasApiAnswered: true });
    expect(budget.ended()).toBeUndefined();
  });
});

describe('creations that run into a limit', () => {
  it.each(['timeout', 'endless', 'too-large'] as const)('end the run at the third (%s)', (kind) => {
    const { budget, meet } = aRun();
    const answered = kind !== 'timeout';
    for (let n = 0; n < 3; n += 1) {
      expect(budget.ended()).toBeUndefined();
      meet(undefined);
      meet(aFault(kind, answered), { isCreation: true });
    }
    expect(budget.ended()).toEqual({
      ...{ kind: 'creations-exhausted', number: 3 },
      ...{ fault: kind, words: `met ${kind}` },
    });
  });

  it('are none where other requests or other faults do', () => {
    const { budget, weather, meet } = aRun();
    for (let n = 0; n < 5; n += 1) {
      meet(undefined);
      meet(aFault('endless', true));
      meet(aFault('broken', true), { isCreation: true });
    }
    expect(weather.exhausted).toBe(0);
    expect(budget.ended()).toBeUndefined();
  });
});

describe('time lost on exchanges that fail', () => {
  it('ends the run above 35 seconds', () => {
    const { budget, weather, meet } = aRun();
    meet(aFault('broken', true), { totalMs: 20_000 });
    meet(aFault('broken', true), { totalMs: 15_000 });
    expect(budget.ended()).toBeUndefined();
    meet(aFault('broken', true), { totalMs: 1 });
    expect(weather.lostMs).toBe(35_001);
    expect(budget.ended()).toMatchObject({ kind: 'target-silent' });
  });

  it('changes nothing of a run that is over', () => {
    const { budget, meet } = aRun();
    budget.end({ kind: 'slow-and-wrong' });
    meet(aFault('broken', true), { totalMs: 40_000 });
    expect(budget.ended()).toEqual({ kind: 'slow-and-wrong' });
  });
});
