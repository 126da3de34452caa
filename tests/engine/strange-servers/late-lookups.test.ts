import { describe, expect, it } from 'vitest';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonObject, JsonValue } from '../../../src/json/json-value.js';
import { writeJson } from '../../../src/json/write-json.js';
import { aHurriedWorld } from '../a-hurried-world.js';
import { notesOf, runAll, verdictOn, withStatus } from '../a-run.js';
import { bodyOf, startFront } from '../front.js';
import { createdIdOf, ADD, DELETE, FIND } from './strange-server.js';

describe('a server that stores late what it refused', () => {
  it('is waited for once it is seen, so that nothing is left', async () => {
    const due: JsonObject[] = [];
    await using front = await startFront(async ({ endpoint, members }, forward) => {
      if (endpoint === ADD && !isObject(members['metadata'])) {
        due.push({ ...members, metadata: { label: { bk_biz_id: '2' } } });
      }
      const answer = await forward();
      // The pair is free again; the last one is stored only after a wait.
      if (endpoint === DELETE) await store(due.splice(0, due.length - 1));
      return answer;
    });
    const store = async (all: readonly JsonObject[]): Promise<void> => {
      for (const one of all) await front.beside(ADD, one);
    };
    const before = front.embedded.snapshot();
    const world = aHurriedWorld();
    const record = await runAll(front.settings, {
      only: ['missing-field.metadata.absent', 'missing-field.metadata.null'],
      world: {
        ...world,
        async sleep(milliseconds) {
          await store(due.splice(0));
          return world.sleep(milliseconds);
        },
      },
    });
    expect(verdictOn(record, 'request.metadata.required')).toMatchObject({
      status: 'failed',
      problem: { kind: 'appeared-later' },
    });
    expect(record.leftovers).toEqual([]);
    expect(due).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });
});

describe('lookups that show a change only once it was waited', () => {
  it('leave nothing on the target that is not there', async () => {
    const hidden = new Set<JsonValue | undefined>();
    const shown = new Map<JsonValue | undefined, JsonValue>();
    const deleted = new Set<JsonValue | undefined>();
    await using front = await startFront(async ({ endpoint, members }, forward) => {
      const answer = await forward();
      const body = bodyOf(answer);
      if (endpoint === ADD) hidden.add(createdIdOf(body));
      if (endpoint === DELETE) deleted.add(members['id']);
      const data: readonly JsonValue[] = Array.isArray(body['data']) ? body['data'] : [];
      if (endpoint !== FIND) return answer;
      for (const row of data) if (isObject(row)) shown.set(row['id'], row);
      const there = data.filter((row) => isObject(row) && !hidden.has(row['id']));
      const gone = [...deleted].flatMap((id) => shown.get(id) ?? []);
      return { ...answer, body: writeJson({ ...body, data: [...there, ...gone] }) };
    });
    const before = front.embedded.snapshot();
    const world = aHurriedWorld();
    const record = await runAll(front.settings, {
      only: ['success.identity.bk_username', 'missing-field.metadata.absent'],
      world: {
        ...world,
        sleep: (milliseconds) => {
          hidden.clear();
          deleted.clear();
          return world.sleep(milliseconds);
        },
      },
    });
    expect(notesOf(record)).toEqual([{ kind: 'lookups-lag' }]);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });
});
