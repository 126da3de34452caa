import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/cli/document/load-contract.js';
import { openBudget } from '../../../src/engine/pace/budget.js';
import { keepDeadline } from '../../../src/engine/pace/deadline.js';
import type { Watched } from '../../../src/engine/pace/deadline.js';
import { newJournal } from '../../../src/engine/journal.js';
import { fairWeather } from '../../../src/engine/pace/weather.js';
import { NOTHING_DECLARED } from '../../../src/record/declarations.js';
import { aClock } from '../a-clock.js';

const { outlines } = await loadContract();
const outline = outlines.get('add_instance_association') ?? { endpoint: '', requirements: [] };

/** A run whose clock is wound by hand. */
function aRun(wrongTargetMs = 47_000) {
  const clock = aClock();
  const journal = newJournal([]);
  const weather = fairWeather();
  const budget = openBudget(clock.world, undefined);
  const run: Watched = {
    journal,
    weather,
    budget,
    subject: { outline },
    tools: { settings: { wrongTargetMs }, world: clock.world, declarations: NOTHING_DECLARED },
  };
  const find = (requirement: string, status: 'passed' | 'failed'): void => {
    const finding = { requirement, status, trial: 'it', evidence: [], caseId: 'x' };
    journal.findings.set(requirement, [finding]);
  };
  return { run, budget, weather, find, ...clock };
}

describe('a run that lasts', () => {
  it('goes on as long as the server is only slow', () => {
    const { run, budget, weather, until, find } = aRun();
    keepDeadline(run);
    find('effect.created', 'passed');
    find('convention.content_type', 'failed');
    weather.lostMs = 9_999;
    until(600_000);
    expect(budget.ended()).toBeUndefined();
  });

  it('ends after 47 seconds where a rule of the document is broken, not before', () => {
    const { run, budget, timers, until, find } = aRun();
    keepDeadline(run);
    find('effect.created', 'failed');
    until(46_999);
    expect(budget.ended()).toBeUndefined();
    const signal = budget.signal();
    until(47_000);
    expect(budget.ended()).toEqual({ kind: 'slow-and-wrong' });
    expect(signal.aborted).toBe(true);
    until(600_000);
    expect(timers).toEqual([]);
  });

  it('ends after as long as the settings say', () => {
    const { run, budget, until, find } = aRun(600_000);
    keepDeadline(run);
    find('effect.created', 'failed');
    until(599_999);
    expect(budget.ended()).toBeUndefined();
    until(600_000);
    expect(budget.ended()).toEqual({ kind: 'slow-and-wrong' });
  });

  it('ends as soon as that becomes known later, or much time was lost', () => {
    const broken = aRun();
    keepDeadline(broken.run);
    broken.until(70_500);
    broken.find('effect.created', 'failed');
    broken.until(71_000);
    expect(broken.budget.ended()).toEqual({ kind: 'slow-and-wrong' });
    const lost = aRun();
    keepDeadline(lost.run);
    lost.weather.lostMs = 10_000;
    lost.until(47_000);
    expect(lost.budget.ended()).toEqual({ kind: 'slow-and-wrong' });
  });

  it('that ended for another reason keeps that', () => {
    const { run, budget, until, find } = aRun();
    keepDeadline(run);
    find('effect.created', 'failed');
    budget.end({ kind: 'interrupted', by: 'SIGINT' });
    until(600_000);
    expect(budget.ended()).toEqual({ kind: 'interrupted', by: 'SIGINT' });
    expect(budget.signal().aborted).toBe(false);
  });

  it('is no longer watched once it is over', () => {
    const { run, budget, timers, until, find } = aRun();
    const callOff = keepDeadline(run);
    until(60_000);
    callOff();
    expect(timers).toEqual([]);
    find('effect.created', 'failed');
    until(600_000);
    expect(budget.ended()).toBeUndefined();
  });
});
