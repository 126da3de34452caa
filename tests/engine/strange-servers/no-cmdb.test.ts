import { describe, expect, it } from 'vitest';
import { integerOf } from '../../../src/json/int64.js';
import { writeJson } from '../../../src/json/write-json.js';
import { verdictOn, withStatus } from '../a-run.js';
import { bodyOf, refusal, startFront } from '../front.js';
import { outcomeTold } from '../told.js';
import { ADD, run, greenOfRequests, html } from './strange-server.js';

describe('a server that is no CMDB', () => {
  it('refuses everything alike: there is nothing to judge', async () => {
    await using front = await startFront(() => refusal(1306000, 'go away'));
    const record = await run(front);
    expect(record.exitCode).toBe(4);
    expect(record.outcome).toBe('incomplete');
    expect(record.ended).toMatchObject({
      kind: 'identities-refused',
      said: { code: '1306000', message: 'go away' },
    });
    for (const variable of ['BK_APP_CODE', 'BK_APP_SECRET', 'BK_USERNAME', 'BK_TOKEN']) {
      expect(outcomeTold(record).en).toContain(variable);
      expect(outcomeTold(record).zh).toContain(variable);
    }
    expect(greenOfRequests(record)).toEqual([]);
    expect(record.partial?.command).toBe('npx cmdb-conformance run');
  });

  it('answers HTML to everything', async () => {
    await using front = await startFront(html);
    const record = await run(front);
    expect(record.exitCode).toBe(4);
    expect(record.ended).toEqual({ kind: 'not-the-api', answer: { what: 'page', status: 200 } });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(greenOfRequests(record)).toEqual([]);
    expect(outcomeTold(record).en).toContain('CMDB_BASE_URL');
    expect(outcomeTold(record).zh).toContain('CMDB_BASE_URL');
  });

  it('gives no answer: nothing is green, nothing is blamed', async () => {
    await using front = await startFront(() => new Promise(() => undefined));
    const record = await run(front, [], {
      CMDB_FIRST_BYTE_TIMEOUT_MS: '100',
      CMDB_TOTAL_TIMEOUT_MS: '150',
    });
    expect(record.exitCode).toBe(4);
    expect(withStatus(record, 'passed')).toEqual([]);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.ended).toMatchObject({ kind: 'no-connection', fault: 'timeout' });
    // A dozen exchanges at most, however many cases there are.
    expect(front.calls.length).toBeLessThan(13);
  });

  it('is not there at all', async () => {
    const front = await startFront(html);
    await front[Symbol.asyncDispose]();
    const record = await run(front);
    expect(record.exitCode).toBe(4);
    expect(record.ended).toMatchObject({ kind: 'no-connection', fault: 'unreachable' });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'transport.stable').status).toBe('inconclusive');
    expect(outcomeTold(record).en).toContain('Check CMDB_BASE_URL');
    expect(outcomeTold(record).zh).toContain('请检查 CMDB_BASE_URL');
    // What could not be asked for says nothing of the settings.
    expect(record.notes).toEqual([]);
    expect(withStatus(record, 'passed')).toEqual([]);
  });
});

describe('a server whose refusals prove nothing', () => {
  it('answers faults of the request with its refusal of bad credentials', async () => {
    await using front = await startFront(async ({ endpoint, members }, forward) => {
      const answer = await forward();
      const code = integerOf(bodyOf(answer)['code']) ?? 0n;
      if (endpoint !== ADD || code < 1199000n || code > 1199013n) return answer;
      return forward(writeJson({ ...members, bk_app_secret: 'cmdb-conformance-wrong-value' }));
    });
    const record = await run(front, ['missing-field']);
    expect(record.exitCode).toBe(1);
    for (const member of ['bk_inst_id', 'metadata', 'metadata.label.bk_biz_id']) {
      const verdict = verdictOn(record, `request.${member}.required`);
      expect(verdict).toMatchObject({
        status: 'failed',
        problem: { kind: 'wrong-cause' },
      });
    }
  });

  it('refuses everything from the sixth creation on', async () => {
    let created = 0;
    await using front = await startFront(async ({ endpoint }, forward) => {
      if (endpoint === ADD && created >= 5) return refusal(1306000, 'the system is busy');
      const answer = await forward();
      if (endpoint === ADD && bodyOf(answer)['result'] === true) created += 1;
      return answer;
    });
    const before = front.embedded.snapshot();
    const record = await run(front, ['missing-field', 'success']);
    expect(record.exitCode).toBe(1);
    expect(verdictOn(record, 'effect.created')).toMatchObject({
      status: 'failed',
      problem: { kind: 'valid-refused', said: { code: '1306000', message: 'the system is busy' } },
    });
    expect(greenOfRequests(record).filter((id) => id.endsWith('.required'))).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('has one refusal for everything, and is right', async () => {
    await using front = await startFront(async (_call, forward) => {
      const answer = await forward();
      return bodyOf(answer)['result'] === false ? refusal(1, 'request failed') : answer;
    });
    const record = await run(front, ['missing-field', 'bad-auth']);
    expect(withStatus(record, 'failed')).toEqual(['convention.message.names_parameter']);
    expect(record.notes).toContainEqual({ kind: 'one-refusal' });
  });
});
