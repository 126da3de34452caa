import { describe, expect, it } from 'vitest';
import { patiently } from '../../src/suite/experiment/patience.js';
import type { Hurried } from '../../src/suite/experiment/patience.js';
import type { Sent } from '../../src/target/client.js';
import { runAll, verdictOn, withStatus } from './a-run.js';
import { sentBack, cut, refused429, taken, tooFast } from '../judge/limited.js';
import { bodyOf, refusal, startFront } from './front.js';

/** A run on a clock of its own, and a target that answers as listed, the last one for ever. */
function aRun(answers: readonly Sent[]) {
  let clock = 0;
  let asked = 0;
  const state: Hurried = {
    throttle: { waited: 0, futile: false },
    ended: undefined,
    stop(why) {
      state.ended = why;
    },
    world: {
      now: () => clock,
      sleep: (milliseconds) => {
        clock += milliseconds;
        return Promise.resolve();
      },
      after: () => () => undefined,
      random: () => '',
    },
  };
  const ask = (): Promise<Sent> => {
    asked += 1;
    return Promise.resolve(answers[Math.min(asked, answers.length) - 1] ?? taken);
  };
  return { state, ask, asked: () => asked, clock: () => clock };
}

describe('patience', () => {
  it('costs nothing where nothing is limited', async () => {
    const run = aRun([taken]);
    expect(await patiently(run.state, false, run.ask)).toEqual({ sent: taken, limited: false });
    expect([run.asked(), run.clock()]).toEqual([1, 0]);
  });

  it.each([false, true])('waits as long as it is asked to (refusable: %s)', async (refusable) => {
    const slow = sentBack(429, '{}', [['retry-after', '5']]);
    const run = aRun([slow, taken]);
    expect(await patiently(run.state, refusable, run.ask)).toEqual({ sent: taken, limited: false });
    expect([run.asked(), run.clock()]).toEqual([2, 5000]);
    expect(run.state.throttle).toEqual({ waited: 1, futile: false });
  });

  it.each([false, true])(
    'lasts half a minute, then the run ends (refusable: %s)',
    async (refusable) => {
      const run = aRun([tooFast]);
      expect(await patiently(run.state, refusable, run.ask)).toEqual({
        sent: tooFast,
        limited: true,
      });
      expect([run.asked(), run.clock()]).toEqual([6, 31_000]);
      expect(run.state.ended?.en).toContain('CMDB_MAX_RATE');
      expect(run.state.ended?.zh).toContain('CMDB_MAX_RATE');
      expect(run.state.throttle.waited).toBe(0);
    },
  );

  it('does not begin to wait for more than that', async () => {
    const run = aRun([tooFast, sentBack(429, '{}', [['retry-after', '35']])]);
    expect(await patiently(run.state, false, run.ask)).toHaveProperty('limited', true);
    expect([run.asked(), run.clock()]).toEqual([2, 1000]);
    expect(run.state.ended).toBeDefined();
  });

  it('is short with a server that refuses everything with HTTP 429, and shown once', async () => {
    const run = aRun([refused429, refused429, refused429, tooFast, taken, refused429]);
    const judged = { sent: refused429, limited: false };
    expect(await patiently(run.state, true, run.ask)).toEqual(judged);
    expect([run.asked(), run.clock()]).toEqual([2, 1000]);
    expect(await patiently(run.state, true, run.ask)).toEqual(judged);
    expect([run.asked(), run.clock()]).toEqual([3, 1000]);
    expect(await patiently(run.state, true, run.ask)).toEqual({ sent: taken, limited: false });
    expect(run.clock()).toBe(2000);
    expect(await patiently(run.state, true, run.ask)).toEqual(judged);
    expect([run.asked(), run.clock(), run.state.ended]).toEqual([6, 2000, undefined]);
  });

  it('is long with such an answer to a request that nobody refuses', async () => {
    const run = aRun([refused429]);
    expect(await patiently(run.state, false, run.ask)).toEqual({ sent: refused429, limited: true });
    expect(run.clock()).toBe(31_000);
  });

  it('leaves a fault that follows to others', async () => {
    const run = aRun([tooFast, cut]);
    expect(await patiently(run.state, false, run.ask)).toEqual({ sent: cut, limited: false });
    expect(run.state.throttle.waited).toBe(0);
  });

  it('ends with the run, and nothing more is sent', async () => {
    const run = aRun([tooFast]);
    const { sleep } = run.state.world;
    let naps = 0;
    const state: Hurried = {
      ...run.state,
      world: {
        ...run.state.world,
        sleep(milliseconds) {
          naps += 1;
          if (naps === 2) state.ended = { en: 'interrupted', zh: '中断' };
          return sleep(milliseconds);
        },
      },
    };
    expect(await patiently(state, false, run.ask)).toEqual({ sent: tooFast, limited: true });
    expect(state.ended?.en).toBe('interrupted');
    expect([run.asked(), run.clock()]).toEqual([1, 500]);
  });

  it('is a second while what is left is cleaned up, whatever is asked for', async () => {
    const run = aRun([sentBack(429, '{}', [['retry-after', '60']])]);
    run.state.ended = { en: 'interrupted', zh: '中断' };
    expect(await patiently(run.state, true, run.ask)).toHaveProperty('limited', true);
    expect([run.asked(), run.clock()]).toEqual([2, 1000]);
    expect(run.state.ended.en).toBe('interrupted');
  });
});

describe('a server that limits how fast requests may come', () => {
  it.each([
    ['with the ESB’s refusal', () => refusal(1306429, 'Access frequency limit')],
    ['with HTTP 429 and a page', () => ({ status: 429, body: '<html>slow down</html>' })],
  ])('%s is right', async (_how, limit) => {
    await using front = await startFront(({ n }, forward) => (n % 150 === 0 ? limit() : forward()));
    const before = front.embedded.snapshot();
    const record = await runAll(front.settings, { only: ['success', 'wrong-type'] });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'effect.created').status).toBe('passed');
    expect(record.notes.map(({ en }) => en)).toContainEqual(expect.stringContaining('limits'));
    expect(front.embedded.snapshot()).toBe(before);
  });

  it.each(['1306429', '<html>'])('without end is blamed for nothing (%s)', async (words) => {
    let creations = 0;
    const headers = { 'retry-after': '60' };
    await using front = await startFront(({ endpoint }, forward) => {
      if (endpoint === 'add_instance_association') creations += 1;
      if (creations < 30) return forward();
      if (words === '<html>') return { status: 429, headers, body: words };
      return { ...refusal(1306429, 'Access frequency limit'), headers };
    });
    const record = await runAll(front.settings);
    expect(record.exitCode).toBe(3);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.summary.en).toContain('CMDB_MAX_RATE');
    expect(front.calls.length).toBeLessThan(300);
  });

  it('for some seconds, whatever request meets it first, is right', async () => {
    let creations = 0;
    let left = 2;
    await using front = await startFront(({ endpoint }, forward) => {
      if (endpoint === 'add_instance_association') creations += 1;
      if (creations < 20 || left === 0) return forward();
      left -= 1;
      return { status: 429, body: '<html>slow down</html>' };
    });
    const record = await runAll(front.settings, { only: ['wrong-type'] });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'request.bk_inst_id.type').status).toBe('passed');
  });

  it('is not one that answers each fault with HTTP 429', async () => {
    await using front = await startFront(async (_call, forward) => {
      const answer = await forward();
      return bodyOf(answer)['result'] === false ? { ...answer, status: 429 } : answer;
    });
    const record = await runAll(front.settings, { only: ['missing-field'] });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'request.bk_inst_id.required').status).toBe('passed');
    expect(record.notes.map(({ en }) => en)).not.toContainEqual(expect.stringContaining('limits'));
  });
});
