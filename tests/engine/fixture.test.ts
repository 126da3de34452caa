import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/record/ending.js';
import type { RunRecord } from '../../src/record/record.js';
import { isObject } from '../../src/json/json-value.js';
import { readJson } from '../../src/json/read-json.js';
import { writeJson } from '../../src/json/write-json.js';
import { runAll, verdictOn, withStatus } from './a-run.js';
import { startFront } from './front.js';
import type { Front } from './front.js';
import { outcomeTold } from './told.js';

const ADD = 'add_instance_association';
const DEFAULT = 'bk_switch_default_bk_router';
const LABEL = { label: { bk_biz_id: '2' } };

/** Associates two instances as somebody else does. */
async function associate(front: Front, source: bigint, target: bigint): Promise<void> {
  const answer = await front.beside(ADD, {
    bk_obj_asst_id: front.settings['CMDB_OBJ_ASST_ID'] ?? '',
    bk_inst_id: source,
    bk_asst_inst_id: target,
    metadata: LABEL,
  });
  expect(answer['result']).toBe(true);
}

function creationsOf(front: Front, source: string): number {
  return front.calls.filter(
    ({ endpoint, text }) => endpoint === ADD && text.includes(`"bk_inst_id":${source},`),
  ).length;
}

function noteOf<K extends Note['kind']>(
  record: RunRecord,
  kind: K,
): Extract<Note, { kind: K }> | undefined {
  return record.notes.find((note): note is Extract<Note, { kind: K }> => note.kind === kind);
}

describe('a fixture that is associated already', () => {
  const source = '9007199254740993';
  const target = '9007199254741001';

  it('blames nobody: the suite’s own pairs do', async () => {
    await using front = await startFront((_call, forward) => forward());
    await associate(front, BigInt(source), BigInt(target));
    const before = front.embedded.snapshot();
    const record = await runAll(front.settings);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(withStatus(record, 'inconclusive')).toEqual([]);
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0, leftovers: [] });
    expect(noteOf(record, 'fixture-taken')?.taken).toMatchObject({
      how: 'stored',
      settings: ['CMDB_INST_ID', 'CMDB_ASST_INST_ID'],
      ids: [source, target],
    });
    expect(verdictOn(record, 'request.bk_inst_id.exact').status).toBe('not-applicable');
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('ends the run where the suite can make none, and names the variables', async () => {
    await using front = await startFront(async ({ endpoint }, forward) => {
      const answer = await forward();
      if (endpoint !== 'create_inst') return answer;
      return { ...answer, body: '{"result":false,"code":9,"message":"not for you","data":null}' };
    });
    await associate(front, BigInt(source), BigInt(target));
    const before = creationsOf(front, source);
    const record = await runAll(front.settings);
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 2, leftovers: [] });
    expect(record.ended).toMatchObject({
      kind: 'fixture-taken',
      taken: { how: 'stored', settings: ['CMDB_INST_ID', 'CMDB_ASST_INST_ID'] },
    });
    expect(record.partial?.part).toEqual({ kind: 'ended' });
    expect(outcomeTold(record).en).toContain('CMDB_INST_ID');
    expect(outcomeTold(record).zh).toContain('CMDB_INST_ID');
    // The probes for refusals name the pair, too; none of them is a valid request.
    expect(creationsOf(front, source) - before).toBeLessThan(8);
  });

  // The store holds 101 → 301 under the first association, and 201 → 301 under the second.
  it.each([
    ['1:1', 'bk_switch_run_bk_firewall', 'bk_switch', ['101', '302'], 'CMDB_INST_ID', '101'],
    ['1:1', 'bk_switch_run_bk_firewall', 'bk_switch', ['102', '301'], 'CMDB_ASST_INST_ID', '301'],
    [
      '1:n',
      'bk_router_connect_bk_firewall',
      'bk_router',
      ['202', '301'],
      'CMDB_ASST_INST_ID',
      '301',
    ],
  ] as const)(
    'has no room under a mapping %s',
    async (rule, association, model, [from, to], setting, id) => {
      await using front = await startFront((_call, forward) => forward());
      const variables = {
        ...front.settings,
        CMDB_OBJ_ASST_ID: association,
        CMDB_OBJ_ID: model,
        CMDB_ASST_OBJ_ID: 'bk_firewall',
        CMDB_INST_ID: from,
        CMDB_ASST_INST_ID: to,
      };
      // Quick: which instances are worked on is settled before the first case. The run above shows
      // that rounds stand on the suite's own too.
      const record = await runAll(variables, { effort: 'quick' });
      expect(record).toMatchObject({ outcome: 'conformant', leftovers: [] });
      expect(noteOf(record, 'fixture-taken')?.taken).toMatchObject({
        how: 'no-room',
        setting,
        id,
        rule,
      });
    },
  );
});

describe('models that the target does not know for the association', () => {
  it('create nothing more once the first creation can’t be found by them', async () => {
    await using front = await startFront((_call, forward) => forward());
    const record = await runAll({
      ...front.settings,
      CMDB_OBJ_ID: 'bk_firewall',
      CMDB_LOOKUP_WAIT_MS: '50',
    });
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 2 });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.ended).toEqual({
      kind: 'fixture-mismatched',
      of: DEFAULT,
      mismatches: [{ setting: 'CMDB_OBJ_ID', value: 'bk_firewall', shown: 'bk_switch' }],
    });
    expect(outcomeTold(record).en).toContain('CMDB_OBJ_ID');
    expect(outcomeTold(record).zh).toContain('CMDB_OBJ_ID');
    expect(record.leftovers).toHaveLength(1);
    const [left] = record.leftovers;
    expect(front.embedded.snapshot()).toContain(`row ${left?.id ?? '?'} `);
    const accepted = front.calls.filter(
      ({ endpoint, members }) => endpoint === ADD && members['metadata'] !== undefined,
    );
    expect(accepted.length).toBeLessThan(10);
  });

  it('are only noted where lookups find what was created', async () => {
    await using front = await startFront((_call, forward) => forward());
    const before = front.embedded.snapshot();
    // Quick: it is noted after the first creation, and rounds create nothing of another kind.
    const variables = { ...front.settings, CMDB_ASST_OBJ_ID: 'nope' };
    const record = await runAll(variables, { effort: 'quick' });
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0, leftovers: [] });
    expect(noteOf(record, 'fixture-mismatched')).toEqual({
      kind: 'fixture-mismatched',
      of: DEFAULT,
      mismatches: [{ setting: 'CMDB_ASST_OBJ_ID', value: 'nope', shown: 'bk_router' }],
    });
    expect(front.embedded.snapshot()).toBe(before);
  });
});

describe('lookups that never show anything', () => {
  it('leave what was answered in doubt, and listed', async () => {
    await using front = await startFront(async ({ endpoint }, forward) => {
      const answer = await forward();
      if (endpoint !== 'find_instance_association') return answer;
      const body = readJson(answer.body);
      return {
        ...answer,
        body: writeJson({ ...(body.ok && isObject(body.value) ? body.value : {}), data: [] }),
      };
    });
    const record = await runAll(
      { ...front.settings, CMDB_LOOKUP_WAIT_MS: '50' },
      { only: ['success.identity.bk_username'] },
    );
    expect(record.outcome).toBe('nonconformant');
    expect(verdictOn(record, 'effect.created').status).toBe('failed');
    const associations = record.leftovers.filter(({ kind }) => kind === 'association');
    expect(associations.length).toBeGreaterThan(0);
    for (const { id, why } of associations) {
      expect(id).toMatch(/^[0-9]+$/);
      expect(front.embedded.snapshot()).toContain(`row ${id ?? ''} `);
      expect(why).toEqual({ kind: 'not-removed' });
    }
  });
});
