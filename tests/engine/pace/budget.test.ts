import { describe, expect, it } from 'vitest';
import { openBudget } from '../../../src/engine/pace/budget.js';
import { aClock } from '../a-clock.js';

const INTERRUPTED = { kind: 'interrupted', by: 'SIGINT' } as const;
const SILENT = { kind: 'target-silent', fault: 'timeout', words: 'no answer' } as const;

/** When requests went out that all wanted to go at once. */
async function times(maxRate: number | undefined, number: number): Promise<number[]> {
  const { world } = aClock();
  const budget = openBudget(world, maxRate);
  const went: number[] = [];
  for (let n = 0; n < number; n += 1) {
    await budget.keepRate();
    went.push(world.now());
  }
  return went;
}

describe('the rate of requests', () => {
  it('is bounded: each waits for its turn', async () => {
    expect(await times(80, 4)).toEqual([0, 12.5, 25, 37.5]);
  });

  it('is not bounded where none is set', async () => {
    expect(await times(undefined, 4)).toEqual([0, 0, 0, 0]);
  });

  it('holds back no request that comes late, and saves up nothing', async () => {
    const { world, until } = aClock();
    const budget = openBudget(world, 10);
    await budget.keepRate();
    until(5000);
    await budget.keepRate();
    expect(world.now()).toBe(5000);
    await budget.keepRate();
    expect(world.now()).toBe(5100);
  });

  it('gives requests that are sent side by side a turn each', async () => {
    const { world } = aClock();
    const waits: number[] = [];
    const sleep = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    const budget = openBudget({ ...world, sleep }, 10);
    await Promise.all([budget.keepRate(), budget.keepRate(), budget.keepRate()]);
    expect(waits).toEqual([100, 200]);
  });
});

describe('a run', () => {
  it('goes on until it is ended, for the first reason that came', () => {
    const { world } = aClock();
    const budget = openBudget(world, undefined);
    expect(budget.ended()).toBeUndefined();
    budget.end(SILENT);
    budget.stop(INTERRUPTED, 1000);
    expect(budget.ended()).toEqual(SILENT);
  });

  it('that is ended lets what is under way come to its end', () => {
    const { world, until } = aClock();
    const budget = openBudget(world, undefined);
    const signal = budget.signal();
    budget.end(INTERRUPTED);
    until(60_000);
    expect(signal.aborted).toBe(false);
    expect(budget.signal()).toBe(signal);
  });

  it('that is stopped aborts what is under way, and has a while to clean up', () => {
    const { world, until } = aClock();
    const budget = openBudget(world, undefined);
    const underWay = budget.signal();
    budget.stop(INTERRUPTED, 3500);
    expect(underWay.aborted).toBe(true);
    const cleaning = budget.signal();
    until(3499);
    expect(cleaning.aborted).toBe(false);
    until(3500);
    expect(cleaning.aborted).toBe(true);
  });

  it('forgets an end that decides nothing', () => {
    const { world } = aClock();
    const budget = openBudget(world, undefined);
    const before = budget.ended();
    budget.end(SILENT);
    budget.restore(before);
    expect(budget.ended()).toBeUndefined();
  });
});
