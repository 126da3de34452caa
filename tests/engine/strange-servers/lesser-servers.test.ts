import { describe, expect, it } from 'vitest';
import { NOT_EXEMPT_APP } from '../../../src/embedded/seed.js';
import { integerOf } from '../../../src/json/int64.js';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonValue } from '../../../src/json/json-value.js';
import { writeJson } from '../../../src/json/write-json.js';
import { notesOf, verdictOn, withStatus } from '../a-run.js';
import { bodyOf, refusal, startFront } from '../front.js';
import { notesTold } from '../told.js';
import { ADD, FIND, DELETE, run, greenOfRequests, DEFAULT, SOURCE } from './strange-server.js';

describe('a server that can do less than it should for the suite', () => {
  it('makes no instances: the fixture does, and it is conformant', async () => {
    await using front = await startFront(({ endpoint }, forward) =>
      endpoint === 'create_inst' ? refusal(1199084, 'not allowed here') : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front);
    expect(record.exitCode).toBe(0);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(withStatus(record, 'inconclusive')).toEqual([]);
    expect(withStatus(record, 'not-applicable')).toEqual([
      'request.bk_inst_id.model',
      'request.bk_asst_inst_id.model',
    ]);
    expect(record.notes).toContainEqual({
      kind: 'none-made',
      why: {
        kind: 'not-made',
        endpoint: 'create_inst',
        of: 'bk_switch',
        said: { code: '1199084', message: 'not allowed here' },
      },
    });
    expect(notesTold(record).map(({ en }) => en)).toContainEqual(
      expect.stringMatching(/create_inst .*bk_switch.*not allowed here/),
    );
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('shows what was created, and what was removed, only after some lookups', async () => {
    const shown = new Map<bigint, number>();
    await using front = await startFront(async ({ endpoint }, forward) => {
      const answer = await forward();
      const body = bodyOf(answer);
      if (endpoint !== FIND || !Array.isArray(body['data'])) return answer;
      const data = body['data'].filter((row: JsonValue) => {
        const id = isObject(row) ? integerOf(row['id']) : undefined;
        if (id === undefined || id < 1035n) return true;
        shown.set(id, (shown.get(id) ?? 0) + 1);
        return (shown.get(id) ?? 0) > 2;
      });
      return { ...answer, body: writeJson({ ...body, data }) };
    });
    const before = front.embedded.snapshot();
    const record = await run(front, ['success'], { CMDB_LOOKUP_WAIT_MS: '2000' });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'effect.created').status).toBe('passed');
    expect(record.notes).toContainEqual({ kind: 'lookups-lag' });
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('removes nothing: the run ends, and what is left is listed', async () => {
    await using front = await startFront(async ({ endpoint }, forward) => {
      if (endpoint !== DELETE) return forward();
      return forward('{"bk_app_code":"x"}').then((answer) => ({
        ...answer,
        body: writeJson({
          ...bodyOf(answer),
          result: true,
          code: 0n,
          message: 'success',
          data: null,
        }),
      }));
    });
    const record = await run(front);
    expect(record.exitCode).toBe(3);
    expect(record.leftovers).toHaveLength(1);
    const [left] = record.leftovers;
    expect(record.ended).toEqual({ kind: 'removal-fails', endpoint: DELETE, id: left?.id });
    expect(left).toMatchObject({ kind: 'association', of: DEFAULT });
    expect(front.embedded.snapshot()).toContain(`row ${left?.id ?? ''} ${SOURCE} `);
  });

  it('looks nothing up: nothing is created there', async () => {
    await using front = await startFront(({ endpoint }, forward) =>
      endpoint === FIND ? refusal(1306404, 'no such component') : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front);
    expect(record.exitCode).toBe(3);
    expect(record.ended).toEqual({
      kind: 'lookups-unusable',
      why: {
        kind: 'lookup-refused',
        endpoint: FIND,
        said: { code: '1306404', message: 'no such component' },
      },
    });
    expect(greenOfRequests(record)).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('lacks a permission only for what comes at once: nobody is blamed', async () => {
    let under = 0;
    await using front = await startFront(async ({ endpoint }, forward) => {
      if (endpoint !== ADD) return forward();
      under += 1;
      const isAlone = under === 1;
      const answer = await forward(isAlone ? undefined : '{}');
      under -= 1;
      return isAlone ? answer : refusal(9900403, 'no permission');
    });
    const record = await run(front, ['success.ids.eight at once']);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'effect.created')).toMatchObject({
      status: 'inconclusive',
      problem: { kind: 'permission' },
    });
  });

  it('accepts one of two identities, for lookups too', async () => {
    await using front = await startFront((_call, forward) => forward());
    const record = await run(front, ['success'], {
      BK_APP_CODE: NOT_EXEMPT_APP.code,
      BK_APP_SECRET: NOT_EXEMPT_APP.secret,
    });
    expect(record.exitCode).toBe(3);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'auth.bk_username.accepted')).toMatchObject({
      status: 'inconclusive',
      problem: { kind: 'identity-refused', settings: ['BK_USERNAME'] },
    });
    expect(verdictOn(record, 'auth.bk_token.accepted').status).toBe('passed');
    expect(notesOf(record)).toEqual([]);
    expect(record.leftovers).toEqual([]);
  });
});
