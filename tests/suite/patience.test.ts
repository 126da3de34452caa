import { describe, expect, it } from 'vitest';
import { patiently } from '../../src/suite/experiment/patience.js';
import type { Hurried } from '../../src/suite/experiment/patience.js';
import type { Sent } from '../../src/target/client.js';
import { readJson } from '../../src/wire/read-json.js';
import { waitAskedFor } from '../../src/suite/judge/rate-limit.js';
import { runAll, verdictOn, withStatus } from './a-run.js';
import { bodyOf, refusal, startFront } from './front.js';

function answered(status: number, body: string, headers: [string, string][] = []): Sent {
  return {
    exchange: {
      n: 1,
      endpoint: 'add_instance_association',
      purpose: 'request',
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 1,
      sent: { method: 'POST', path: '/', headers: {}, body: '' },
      curl: '',
    },
    outcome: {
      timing: { totalMs: 1 },
      answer: { status, headers, body: new Uint8Array(), sentBytes: 0 },
    },
    reading: { ...readJson(body), bom: false },
  };
}

const taken = answered(200, '{"result":true,"code":0}');
const tooFast = answered(200, '{"result":false,"code":1306429}');

describe('an answer that requests come too fast', () => {
  it.each([
    ['HTTP 429, whatever its body', answered(429, '<html>'), 1000],
    ['the ESB’s code', tooFast, 1000],
    ['the gateway’s codes', answered(200, '{"result":false,"code":1642902}'), 1000],
    ['with a time in seconds', answered(429, '{}', [['Retry-After', '7']]), 7000],
    ['with a time beyond reason', answered(429, '{}', [['retry-after', '86400']]), 60_000],
    ['with a date', answered(429, '{}', [['retry-after', 'Fri, 31 Dec 1999 23:59:59 GMT']]), 1000],
    ['with no time', answered(429, '{}', [['retry-after', '']]), 1000],
  ])('is known: %s', (_what, sent, milliseconds) => {
    expect(waitAskedFor(sent)).toBe(milliseconds);
  });

  it.each([
    ['a success', taken],
    ['a success with the code of a refusal', answered(200, '{"result":true,"code":1306429}')],
    ['another refusal', answered(403, '{"result":false,"code":1306403}')],
    ['a list', answered(200, '[1306429]')],
    ['no JSON', answered(503, 'busy')],
  ])('is not %s', (_what, sent) => {
    expect(waitAskedFor(sent)).toBeUndefined();
  });

  it('is no broken connection', () => {
    const fault = { kind: 'reset', sent: true, answered: false, message: '' } as const;
    const outcome = { timing: { totalMs: 1 }, fault };
    expect(waitAskedFor({ outcome })).toBeUndefined();
  });
});

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
    expect(await patiently(run.state, true, run.ask)).toBe(taken);
    expect([run.asked(), run.clock()]).toEqual([1, 0]);
  });

  it('waits as long as it is asked to, and sends again', async () => {
    const run = aRun([answered(429, '{}', [['retry-after', '5']]), taken]);
    expect(await patiently(run.state, true, run.ask)).toBe(taken);
    expect([run.asked(), run.clock()]).toEqual([2, 5000]);
    expect(run.state.throttle).toEqual({ waited: 1, futile: false });
  });

  it('lasts for half a minute, then the run ends and names the setting', async () => {
    const run = aRun([tooFast]);
    expect(await patiently(run.state, true, run.ask)).toBe(tooFast);
    expect([run.asked(), run.clock()]).toEqual([6, 31_000]);
    expect(run.state.ended?.en).toContain('CMDB_MAX_RATE');
    expect(run.state.throttle.waited).toBe(0);
  });

  it('is short with a server that refuses everything so, and shown once', async () => {
    const run = aRun([tooFast]);
    expect(await patiently(run.state, false, run.ask)).toBe(tooFast);
    expect([run.asked(), run.clock(), run.state.ended]).toEqual([3, 3000, undefined]);
    expect(await patiently(run.state, false, run.ask)).toBe(tooFast);
    expect([run.asked(), run.clock()]).toEqual([4, 3000]);
  });

  it('is long for such a request too once a wait has helped', async () => {
    const run = aRun([tooFast, taken, tooFast]);
    await patiently(run.state, true, run.ask);
    await patiently(run.state, false, run.ask);
    expect(run.clock()).toBe(32_000);
    expect(run.state.ended?.zh).toContain('CMDB_MAX_RATE');
  });

  it('is short while what is left is cleaned up', async () => {
    const run = aRun([tooFast]);
    run.state.ended = { en: 'interrupted', zh: '中断' };
    await patiently(run.state, true, run.ask);
    expect([run.asked(), run.clock()]).toEqual([3, 3000]);
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
    await patiently(state, true, run.ask);
    expect(state.ended?.en).toBe('interrupted');
    expect(run.clock()).toBe(500);
    expect(run.asked()).toBe(1);
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
