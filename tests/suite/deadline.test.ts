import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/load-contract.js';
import type { Text } from '../../src/text.js';
import { keepDeadline } from '../../src/suite/deadline.js';
import type { Watched } from '../../src/suite/deadline.js';

const contract = await loadContract();
const experiment = { en: 'it', zh: '它' };

/** A run whose clock is wound by hand. */
function aRun(wrongTargetMs = 47_000) {
  const timers: { at: number; act: () => void }[] = [];
  const stopped: Text[] = [];
  let now = 0;
  const state: Watched = {
    settings: { wrongTargetMs },
    contract,
    findings: new Map(),
    trouble: { exhausted: 0, unanswered: 0, lostMs: 0 },
    ended: undefined,
    stop: (why) => {
      stopped.push(why);
      state.ended = why;
    },
    world: {
      after: (milliseconds, act) => {
        const timer = { at: now + milliseconds, act };
        timers.push(timer);
        return () => {
          timers.splice(timers.indexOf(timer), 1);
        };
      },
    },
  };
  const until = (milliseconds: number): void => {
    for (let [next] = timers; next !== undefined && next.at <= milliseconds; [next] = timers) {
      timers.shift();
      now = next.at;
      next.act();
    }
    now = milliseconds;
  };
  const find = (requirement: string, status: 'passed' | 'failed'): void => {
    const finding = { requirement, status, experiment, evidence: [], caseId: 'x' };
    state.findings.set(requirement, [finding]);
  };
  return { state, stopped, timers, until, find };
}

describe('a run that lasts', () => {
  it('goes on as long as the server is only slow', () => {
    const { state, stopped, until, find } = aRun();
    keepDeadline(state);
    find('effect.created', 'passed');
    find('convention.content_type', 'failed');
    state.trouble.lostMs = 9_999;
    until(600_000);
    expect(stopped).toEqual([]);
  });

  it('ends after 47 seconds where a rule of the document is broken, not before', () => {
    const { state, stopped, until, find } = aRun();
    keepDeadline(state);
    find('effect.created', 'failed');
    until(46_999);
    expect(stopped).toEqual([]);
    until(47_000);
    expect(stopped).toHaveLength(1);
    expect(stopped[0]?.en).toContain('slow and already found wrong');
    until(600_000);
    expect(stopped).toHaveLength(1);
  });

  it('ends after as long as the settings say', () => {
    const { state, stopped, until, find } = aRun(600_000);
    keepDeadline(state);
    find('effect.created', 'failed');
    until(599_999);
    expect(stopped).toEqual([]);
    until(600_000);
    expect(stopped[0]?.en).toContain('CMDB_WRONG_TARGET_MS');
    expect(stopped[0]?.zh).toContain('CMDB_WRONG_TARGET_MS');
  });

  it('ends as soon as that becomes known later, or much time was lost', () => {
    const broken = aRun();
    keepDeadline(broken.state);
    broken.until(70_500);
    broken.find('effect.created', 'failed');
    broken.until(71_000);
    expect(broken.stopped).toHaveLength(1);
    const lost = aRun();
    keepDeadline(lost.state);
    lost.state.trouble.lostMs = 10_000;
    lost.until(47_000);
    expect(lost.stopped).toHaveLength(1);
  });

  it('is no longer watched once it is over', () => {
    const { state, stopped, timers, until, find } = aRun();
    const callOff = keepDeadline(state);
    until(60_000);
    callOff();
    expect(timers).toEqual([]);
    find('effect.created', 'failed');
    until(600_000);
    expect(stopped).toEqual([]);
  });
});
