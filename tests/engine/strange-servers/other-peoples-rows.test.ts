import { describe, expect, it } from 'vitest';
import { isObject } from '../../../src/json/json-value.js';
import { writeJson } from '../../../src/json/write-json.js';
import { verdictOn, withStatus } from '../a-run.js';
import { bodyOf, refusal, startFront } from '../front.js';
import { outcomeTold, verdictTold } from '../told.js';
import {
  ADD,
  FIND,
  DELETE,
  createdIdOf,
  run,
  GROUP,
  DEFAULT,
  SOURCE,
  TARGET,
  theirs,
  deletionsOf,
} from './strange-server.js';

describe('a fixture that is wrong', () => {
  const wrong = { CMDB_INST_ID: '404' };
  const FIXTURE = ['CMDB_OBJ_ASST_ID', 'CMDB_INST_ID', 'CMDB_ASST_INST_ID'];

  it('is named, and blames nobody', async () => {
    await using front = await startFront(({ endpoint }, forward) =>
      endpoint === 'create_inst' ? refusal(1199084, 'not allowed here') : forward(),
    );
    const record = await run(front, [], wrong);
    expect(record.exitCode).toBe(3);
    expect(withStatus(record, 'failed')).toEqual([]);
    const verdict = verdictOn(record, 'effect.created');
    expect(verdict).toMatchObject({
      status: 'inconclusive',
      problem: {
        kind: 'fixture-doubtful',
        settings: FIXTURE,
      },
    });
    const told = verdictTold(record, 'effect.created');
    expect(told?.en).toContain('the association inst is not exist');
    expect(told?.zh).toContain('the association inst is not exist');
    for (const variable of FIXTURE) {
      expect(told?.en).toContain(variable);
      expect(told?.zh).toContain(variable);
    }
  });

  it('ends the run where what the suite made itself is accepted: it is nobody else’s fault', async () => {
    await using front = await startFront((_call, forward) => forward());
    const before = front.embedded.snapshot();
    const record = await run(front, [], wrong);
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 2, leftovers: [] });
    expect(record.ended).toMatchObject({
      kind: 'fixture-wrong',
      settings: ['CMDB_INST_ID', 'CMDB_ASST_INST_ID'],
      said: { message: 'the association inst is not exist' },
    });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
    for (const word of ['CMDB_INST_ID', 'CMDB_ASST_INST_ID', 'the association inst is not exist']) {
      expect(outcomeTold(record).en).toContain(word);
      expect(outcomeTold(record).zh).toContain(word);
    }
  });
});

describe('the rows of other people', () => {
  it('beside the user’s own pair are left alone, and leave open what they could come from', async () => {
    const ids: bigint[] = [];
    await using front = await startFront(async ({ endpoint, members }, forward) => {
      if (endpoint === 'create_inst') return refusal(1199084, 'not allowed here');
      const answer = await forward();
      const absent = members['bk_inst_id'] === undefined && members['metadata'] !== undefined;
      if (endpoint === ADD && absent && ids.length < 3) ids.push(90_000n + BigInt(ids.length));
      // Instance 0 exists: somebody else associates it with the target, just then.
      const { condition } = members;
      const asked = isObject(condition) && condition['bk_inst_id'] === 0n;
      if (endpoint !== 'find_instance_association' || !asked) return answer;
      const row = { bk_obj_asst_id: DEFAULT, bk_inst_id: 0n, bk_asst_inst_id: TARGET };
      const data = ids.map((id) => ({ ...row, id }));
      return { ...answer, body: writeJson({ ...bodyOf(answer), data }) };
    });
    const record = await run(front, ['missing-field']);
    expect(ids).not.toEqual([]);
    expect(deletionsOf(front, new Set(ids))).toEqual([]);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'request.bk_inst_id.required')).toMatchObject({
      status: 'inconclusive',
      problem: { kind: 'appeared-beside', ids: ['90000'] },
    });
  });

  it.each([
    ['between the fixture’s own instances', GROUP, SOURCE, TARGET],
    ['between the same source and another target', DEFAULT, SOURCE, 9007199254741003n],
    ['between other instances', DEFAULT, 9007199254740995n, 9007199254741003n],
  ])(
    'are never removed, though the server answers the id of one %s',
    async (_name, association, source, target) => {
      let id = 0n;
      await using front = await startFront(async ({ endpoint }, forward) => {
        const answer = await forward();
        const made = createdIdOf(bodyOf(answer));
        if (endpoint !== ADD || made === undefined) return answer;
        await front.beside(DELETE, { bk_obj_id: 'bk_switch', id: made });
        return { ...answer, body: writeJson({ ...bodyOf(answer), data: { id } }) };
      });
      id = await theirs(front, association, source, target);
      const before = front.embedded.snapshot();
      const record = await run(front, ['success']);
      expect(front.embedded.snapshot()).toBe(before);
      expect(deletionsOf(front, new Set([id]))).toEqual([]);
      expect(record.exitCode).toBe(1);
      expect(verdictOn(record, 'effect.created')).toMatchObject({
        status: 'failed',
        problem: {
          kind: 'stored-otherwise',
          found: { id: id.toString(), holds: { bk_inst_id: source.toString() } },
        },
      });
      expect(verdictOn(record, 'response.data.id.identity').status).toBe('failed');
      // Once at most, however often it was answered; and never as what could not be removed.
      expect(record.leftovers.length).toBeLessThanOrEqual(1);
      for (const { why } of record.leftovers) expect(why.kind).toBe('elsewhere');
    },
  );

  it('come and stay while the suite works', async () => {
    const ids = new Set<bigint>();
    const places = [
      [GROUP, SOURCE, TARGET],
      [DEFAULT, SOURCE, 9007199254741003n],
      [DEFAULT, 9007199254740995n, TARGET],
      [DEFAULT, 9007199254740995n, 9007199254741003n],
    ] as const;
    await using front = await startFront(async ({ endpoint, nth }, forward) => {
      const answer = await forward();
      const place = endpoint === ADD && nth % 9 === 0 ? places[nth / 9 - 1] : undefined;
      if (place !== undefined) ids.add(await theirs(front, place[0], place[1], place[2]));
      return answer;
    });
    const record = await run(front, ['success', 'missing-field']);
    expect(ids.size).toBe(places.length);
    expect(deletionsOf(front, ids)).toEqual([]);
    for (const id of ids) expect(front.embedded.snapshot()).toContain(`row ${id} `);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'effect.created').status).toBe('passed');
    expect(record.leftovers).toEqual([]);
  });

  it('are never removed where lookups show more than they are asked for', async () => {
    const ids = new Set<bigint>();
    await using front = await startFront(async ({ endpoint, nth, members }, forward) => {
      if (endpoint === ADD && nth === 9) {
        ids.add(await theirs(front, DEFAULT, 9007199254740995n, 9007199254741003n));
      }
      return endpoint === FIND ? forward(writeJson({ ...members, condition: {} })) : forward();
    });
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field']);
    const after = front.embedded.snapshot().split('\n');
    expect(after.filter((line) => !before.includes(line))).toEqual([
      expect.stringContaining(`row ${[...ids].join()} `),
    ]);
    expect(before.split('\n').filter((line) => !after.includes(line))).toEqual([]);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'effect.created').status).toBe('passed');
  });
});
