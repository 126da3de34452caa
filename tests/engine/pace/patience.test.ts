import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { openBudget } from '../../../src/engine/pace/budget.js';
import { patiently } from '../../../src/engine/pace/patience.js';
import type { Asking, Hindered, Taken } from '../../../src/engine/pace/patience.js';
import { fairWeather } from '../../../src/engine/pace/weather.js';
import type { Sent } from '../../../src/judge/sent.js';
import { aClock } from '../a-clock.js';
import { runAll, verdictOn, withStatus } from '../a-run.js';
import { sentBack, cut, unreachable, refused429, taken, tooFast } from '../../judge/limited.js';
import { bodyOf, refusal, startFront } from '../front.js';
import { outcomeTold } from '../told.js';

/** A run on a clock of its own, and a target that answers as listed, the last one for ever. */
function aRun(answers: readonly Sent[]) {
  const { world } = aClock();
  const budget = openBudget(world, undefined);
  const weather = fairWeather();
  let asked = 0;
  const run: Hindered = { weather, budget, tools: { world, binding: ESB } };
  let looked = 0;
  const asking = (refusable: boolean, mayRepeat = true, isProven = false): Asking => ({
    refusable,
    isProven,
    ask() {
      asked += 1;
      return Promise.resolve(answers[Math.min(asked, answers.length) - 1] ?? taken);
    },
    mayRepeat() {
      looked += 1;
      return Promise.resolve(mayRepeat);
    },
  });
  const send = (refusable: boolean, mayRepeat?: boolean, isProven?: boolean): Promise<Taken> =>
    patiently(run, asking(refusable, mayRepeat, isProven));
  return {
    run,
    budget,
    weather,
    send,
    looked: () => looked,
    asked: () => asked,
    clock: () => world.now(),
  };
}

describe('patience', () => {
  it('costs nothing where nothing is limited', async () => {
    const one = aRun([taken]);
    expect(await one.send(false)).toEqual({ sent: taken });
    expect([one.asked(), one.clock()]).toEqual([1, 0]);
  });

  it.each([false, true])(
    'waits for a CMDB away from its ESB (refusable: %s)',
    async (refusable) => {
      const unreached = sentBack(200, '{"result":false,"code":1306201,"message":"no connection"}');
      const one = aRun([unreached, unreached, taken]);
      expect(await one.send(refusable, true, true)).toEqual({ sent: taken });
      expect([one.asked(), one.looked(), one.clock()]).toEqual([3, 2, 3000]);
      expect([...one.weather.healed]).toEqual([[502, 1]]);
      const itself = aRun([unreached, taken]);
      expect(await itself.send(refusable)).toEqual({ sent: unreached });
      expect(itself.clock()).toBe(0);
    },
  );

  it.each([false, true])('waits as long as it is asked to (refusable: %s)', async (refusable) => {
    const slow = sentBack(429, '{}', [['retry-after', '5']]);
    const one = aRun([slow, taken]);
    expect(await one.send(refusable)).toEqual({ sent: taken });
    expect([one.asked(), one.clock()]).toEqual([2, 5000]);
    expect(one.weather).toMatchObject({ waited: 1, futile: false });
  });

  it.each([false, true])(
    'lasts half a minute, then the run ends (refusable: %s)',
    async (refusable) => {
      const one = aRun([tooFast]);
      expect(await one.send(refusable)).toMatchObject({
        sent: tooFast,
        hindered: { why: 'limit' },
      });
      expect([one.asked(), one.clock()]).toEqual([6, 31_000]);
      const said = { code: '1306429', message: '' };
      expect(one.budget.ended()).toEqual({ kind: 'limit-endless', said });
      expect(one.weather.waited).toBe(0);
    },
  );

  it.each([
    [true, { kind: 'weather', status: 502, words: 'no backend' }],
    [
      false,
      { kind: 'not-the-api', answer: { what: 'error-page', status: 502, title: 'no backend' } },
    ],
  ])(
    'ends in the words of a gateway (the API answered before: %s)',
    async (hasApiAnswered, why) => {
      const one = aRun([sentBack(200, '{"result":false,"code":1650200,"message":"no backend"}')]);
      one.weather.hasApiAnswered = hasApiAnswered;
      await one.send(false);
      expect(one.budget.ended()).toEqual(why);
    },
  );

  it('does not begin to wait for more than that', async () => {
    const one = aRun([tooFast, sentBack(429, '{}', [['retry-after', '35']])]);
    expect(await one.send(false)).toHaveProperty('hindered.why', 'limit');
    expect([one.asked(), one.clock()]).toEqual([2, 1000]);
    expect(one.budget.ended()).toEqual({ kind: 'limit-endless' });
  });

  it('is short with a server that refuses everything with HTTP 429, and shown once', async () => {
    const one = aRun([refused429, refused429, refused429, tooFast, taken, refused429]);
    const judged = { sent: refused429 };
    expect(await one.send(true)).toEqual(judged);
    expect([one.asked(), one.clock()]).toEqual([2, 1000]);
    expect(await one.send(true)).toEqual(judged);
    expect([one.asked(), one.clock()]).toEqual([3, 1000]);
    expect(await one.send(true)).toEqual({ sent: taken });
    expect(one.clock()).toBe(2000);
    expect(await one.send(true)).toEqual(judged);
    expect([one.asked(), one.clock(), one.budget.ended()]).toEqual([6, 2000, undefined]);
  });

  it('is long with such an answer to a request that nobody refuses', async () => {
    const one = aRun([refused429]);
    expect(await one.send(false)).toMatchObject({ sent: refused429, hindered: { why: 'limit' } });
    expect(one.clock()).toBe(31_000);
  });

  it('leaves a fault that follows to others', async () => {
    const one = aRun([tooFast, cut]);
    expect(await one.send(false)).toEqual({ sent: cut });
    expect(one.weather.waited).toBe(0);
  });

  it('ends with the run, and nothing more is sent', async () => {
    const one = aRun([tooFast]);
    const { world } = one.run.tools;
    const why = { kind: 'interrupted', by: 'SIGINT' } as const;
    world.after(400, () => {
      one.budget.end(why);
    });
    expect(await one.send(false)).toMatchObject({ sent: tooFast, hindered: { why: 'limit' } });
    expect(one.budget.ended()).toEqual(why);
    expect([one.asked(), one.clock()]).toEqual([1, 500]);
  });

  it('is a second while what is left is cleaned up, whatever is asked for', async () => {
    const one = aRun([sentBack(429, '{}', [['retry-after', '60']])]);
    const why = { kind: 'interrupted', by: 'SIGINT' } as const;
    one.budget.end(why);
    expect(await one.send(true)).toHaveProperty('hindered.why', 'limit');
    expect([one.asked(), one.clock()]).toEqual([2, 1000]);
    expect(one.budget.ended()).toEqual(why);
  });
});

const away = sentBack(503, '<html>away</html>', [['retry-after', '2']]);

describe('patience with a gateway whose API is away', () => {
  it('waits and sends again, once it is seen that nothing was done', async () => {
    const one = aRun([away, away, taken]);
    expect(await one.send(true)).toEqual({ sent: taken });
    expect([one.asked(), one.looked(), one.clock()]).toEqual([3, 2, 4000]);
    expect([...one.weather.healed]).toEqual([[503, 1]]);
    expect(one.weather.waited).toBe(0);
  });

  it('sends nothing again that may have been done', async () => {
    const one = aRun([away, taken]);
    expect(await one.send(false, false)).toMatchObject({
      sent: away,
      hindered: { why: 'gateway', status: 503 },
    });
    expect([one.asked(), one.looked()]).toEqual([1, 1]);
    expect(one.budget.ended()).toBeUndefined();
  });

  it('ends the run after half a minute, as the API’s once it has answered', async () => {
    const one = aRun([away]);
    one.weather.hasApiAnswered = true;
    expect(await one.send(false)).toHaveProperty('hindered.status', 503);
    expect(one.budget.ended()).toEqual({ kind: 'weather', status: 503 });
  });

  it('and as a wrong address where it never did', async () => {
    const one = aRun([away]);
    await one.send(false);
    const answer = { what: 'error-page', status: 503 };
    expect(one.budget.ended()).toEqual({ kind: 'not-the-api', answer });
  });
});

describe('patience with an address that no longer answers', () => {
  it('waits for one that answered before, and tells of it', async () => {
    const one = aRun([unreachable, unreachable, taken]);
    one.weather.hasApiAnswered = true;
    const { fault } = unreachable.outcome;
    expect(await one.send(false)).toEqual({ sent: taken, away: { fault, n: 7 } });
    expect([one.asked(), one.clock()]).toEqual([3, 3000]);
  });

  it('does not wait for one that never did', async () => {
    const one = aRun([unreachable, taken]);
    expect(await one.send(false)).toEqual({ sent: unreachable });
    expect(one.clock()).toBe(0);
  });

  it('ends the run after half a minute', async () => {
    const one = aRun([unreachable]);
    one.weather.hasApiAnswered = true;
    await one.send(false);
    expect(one.budget.ended()).toMatchObject({ kind: 'target-silent', fault: 'unreachable' });
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
    expect(record.notes.map(({ kind }) => kind)).toContain('rate-limited');
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
    const said = { code: '1306429', message: 'Access frequency limit' };
    expect(record.ended).toEqual(
      words === '<html>' ? { kind: 'limit-endless' } : { kind: 'limit-endless', said },
    );
    expect(outcomeTold(record).en).toContain('CMDB_MAX_RATE');
    expect(outcomeTold(record).zh).toContain('CMDB_MAX_RATE');
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
    expect(record.notes.map(({ kind }) => kind)).not.toContain('rate-limited');
  });
});
