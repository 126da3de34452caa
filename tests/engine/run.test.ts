import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded } from '../../src/embedded/start.js';
import { drive } from '../../src/cli/run/drive.js';
import { WORLD } from '../../src/cli/world.js';
import { curlLine } from '../../src/report/curl.js';
import { indexRecord } from '../../src/report/record-index.js';
import { wholeRequest } from '../../src/record/whole-exchange.js';
import { ALL_CASES } from './all-cases.js';
import { caseOf, open, runAll, verdictOn, withStatus } from './a-run.js';
import { startFront } from './front.js';
import { verdictTold } from './told.js';

/** What a run says, without its times, ids and texts. */
function verdictsOf(record: RunRecord): string[] {
  return [
    record.outcome,
    ...record.requirements.map(({ id, status }) => `${id} ${status}`),
    ...record.cases.map(({ id, status }) => `${id} ${status}`),
  ];
}

/** Runs against an embedded CMDB as against any other, with some of its variables. */
async function runWithout(
  names: readonly string[],
  more: Readonly<Record<string, string>> = {},
  how: Parameters<typeof runAll>[1] = {},
): Promise<{ readonly record: RunRecord; readonly changed: boolean }> {
  const embedded: Embedded = await startEmbedded();
  const before = embedded.snapshot();
  const variables = Object.fromEntries(
    Object.entries({ ...embedded.settings, ...more }).filter(([name]) => !names.includes(name)),
  );
  try {
    const record = await runAll(variables, how);
    return { record, changed: embedded.snapshot() !== before };
  } finally {
    await embedded.close();
  }
}

describe('a run against the embedded CMDB', () => {
  it('is conformant, leaves the store as it was, and says the same again', async () => {
    const first = await open({});
    const before = first.embedded?.snapshot();
    const record = await drive(first.session, () => undefined);
    expect(first.embedded?.snapshot()).toBe(before);
    await first.close();

    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0, leftovers: [], notes: [] });
    expect(record).not.toHaveProperty('partial');
    expect(record.target).toMatchObject({ embedded: true, binding: 'esb' });
    expect(record.suite.effort).toBe('full');
    expect(record.endpoints).toMatchObject([
      { endpoint: 'add_instance_association', ground: { mapping: 'n:n' } },
    ]);
    expect(withStatus(record, 'passed')).toHaveLength(record.requirements.length);
    expect(record.cases.map(({ id }) => id).sort()).toEqual(ALL_CASES.map(({ id }) => id).sort());
    for (const { id, status, exchanges, also = [], observed, problem } of record.cases) {
      expect(['passed', 'observed'], id).toContain(status);
      if (status === 'observed') expect(['accepted', 'refused'], id).toContain(observed?.did);
      else expect(observed, id).toBeUndefined();
      expect(problem, id).toBeUndefined();
      if (!id.startsWith('envelope.'))
        expect(exchanges.length + also.length, id).toBeGreaterThan(0);
    }

    const again = await runAll({});
    expect(verdictsOf(again)).toEqual(verdictsOf(record));
    expect(again.counts).toEqual(record.counts);
  });

  it('tells each case when it is over, once', async () => {
    const run = await open({}, { only: ['semantics'] });
    const told: string[] = [];
    const record = await drive(run.session, ({ endpoint, id }) => told.push(`${endpoint}/${id}`));
    await run.close();
    expect(told).toEqual(run.session.cases.map(({ endpoint, entry }) => `${endpoint}/${entry.id}`));
    expect(record.cases.map(({ endpoint, id }) => `${endpoint}/${id}`)).toEqual(told);
  });
});

describe('a part of a run', () => {
  it.each([
    ['a category', 'semantics', (id: string) => id.startsWith('semantics.')],
    ['a case', 'missing-field.metadata.null', (id: string) => id === 'missing-field.metadata.null'],
    [
      'a case of an endpoint',
      'add_instance_association/missing-field.metadata.null',
      (id: string) => id === 'missing-field.metadata.null',
    ],
  ])('is %s', async (_name, only, chosen) => {
    const record = await runAll({}, { only: [only] });
    const ids = record.cases.map(({ id }) => id);
    expect(ids.sort()).toEqual(
      ALL_CASES.map(({ id }) => id)
        .filter(chosen)
        .sort(),
    );
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3 });
    expect(record.settings.only).toEqual([only]);
    expect(record.partial).toEqual({
      part: { kind: 'chosen', cases: ids.length },
      command: 'npx cmdb-conformance run',
    });
    expect(verdictOn(record, 'request.bk_obj_asst_id.type')).toMatchObject({
      status: 'inconclusive',
      problem: { kind: 'not-exercised' },
    });
  });

  it('is every case of a requirement', async () => {
    const only = 'request.bk_inst_id.model';
    const record = await runAll({}, { only: [only] });
    expect(record.cases.map(({ id }) => id)).toEqual([
      'semantics.sides.swapped',
      'semantics.source.of another model',
    ]);
    expect(verdictOn(record, only).status).toBe('passed');
  });
});

describe('a run with less configured', () => {
  const without = (...settings: string[]) => ({ kind: 'not-configured', settings });

  it('has no token: what it takes is named, the rest is judged', async () => {
    const { record, changed } = await runWithout([
      'BK_TOKEN',
      'CMDB_OTHER_APP_CODE',
      'CMDB_OTHER_APP_SECRET',
    ]);
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0 });
    expect(changed).toBe(false);
    expect(withStatus(record, 'not-applicable')).toEqual([
      'auth.bk_app_code.exact',
      'auth.bk_token.type',
      'auth.bk_token.exact',
      'auth.bk_token.accepted',
    ]);
    expect(verdictOn(record, 'auth.bk_token.accepted').problem).toEqual(without('BK_TOKEN'));
    const told = verdictTold(record, 'auth.bk_token.accepted');
    expect(told?.en).toContain('set BK_TOKEN to judge it');
    expect(told?.zh).toContain('设置 BK_TOKEN');
    expect(caseOf(record, 'bad-auth.both identities.null').status).toBe('passed');
    for (const id of [
      'bad-auth.bk_token.wrong',
      'success.identity.both',
      'bad-auth.both identities.bk_token wrong',
    ]) {
      const problem = without('BK_TOKEN');
      expect(caseOf(record, id), id).toMatchObject({ status: 'not-applicable', problem });
    }
    expect(caseOf(record, 'bad-auth.bk_app_secret.of another app')).toMatchObject({
      status: 'not-applicable',
      problem: without('CMDB_OTHER_APP_CODE'),
    });
    expect(verdictOn(record, 'auth.bk_token.verified').status).toBe('passed');
    expect(record.settings.variables.map(({ name }) => name)).not.toContain('BK_TOKEN');
  });

  it('has no user name', async () => {
    const { record, changed } = await runWithout(['BK_USERNAME'], {}, { effort: 'quick' });
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0 });
    expect(changed).toBe(false);
    expect(withStatus(record, 'not-applicable')).toEqual([
      'auth.bk_username.type',
      'auth.bk_username.accepted',
    ]);
    expect(verdictOn(record, 'auth.bk_username.accepted').problem).toEqual(without('BK_USERNAME'));
    expect(caseOf(record, 'success.identity.bk_username').status).toBe('not-applicable');
  });

  it('has ids below 2^53 only: exactness is not judged, and says what would', async () => {
    const { record } = await runWithout(
      [],
      { CMDB_INST_ID: '102', CMDB_ASST_INST_ID: '202' },
      { only: ['success'] },
    );
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(withStatus(record, 'not-applicable')).toEqual([
      'request.bk_inst_id.exact',
      'request.bk_asst_inst_id.exact',
    ]);
    for (const [member, setting] of [
      ['bk_inst_id', 'CMDB_INST_ID'],
      ['bk_asst_inst_id', 'CMDB_ASST_INST_ID'],
    ] as const) {
      expect(verdictOn(record, `request.${member}.exact`).problem).toEqual({
        kind: 'lacking',
        lack: { of: 'large-id', setting },
      });
    }
  });
});

describe('a run on another model association', () => {
  it('to a model whose instances the suite can’t make is conformant by the fixture alone', async () => {
    const variables = {
      CMDB_OBJ_ASST_ID: 'bk_switch_connect_host',
      CMDB_ASST_OBJ_ID: 'host',
      CMDB_INST_ID: '102',
      CMDB_ASST_INST_ID: '402',
    };
    const { record, changed } = await runWithout([], variables, { effort: 'quick' });
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0, leftovers: [] });
    expect(record.notes).toMatchObject([
      { kind: 'none-made', why: { kind: 'built-in', of: 'host' } },
    ]);
    expect(changed).toBe(false);
  });
});

describe('a run that is bounded in its requests', () => {
  it('sends no more in a second', async () => {
    const times: number[] = [];
    await using front = await startFront((_call, forward) => {
      times.push(performance.now());
      return forward();
    });
    const unhurried = { only: ['success'], world: WORLD };
    await runAll({ ...front.settings, CMDB_MAX_RATE: '400' }, unhurried);
    expect(times.length).toBeGreaterThan(100);
    const [first = 0] = times;
    // They go out at least 2.5 ms apart: so many can't come sooner, however slow anything is.
    expect((times.at(-1) ?? 0) - first).toBeGreaterThan((times.length - 20) * 2.5);
  });
});

describe('int64 ids', () => {
  it.each(['9007199254740993', '9223372036854775807'])(
    '%s is sent and shown exactly',
    async (id) => {
      // The server behind knows one id above 2^53; this one in front calls it by the other name.
      const known = '9007199254740993';
      const calling = (from: string, to: string) => (text: string) =>
        text.replaceAll(new RegExp(`(?<![0-9])${from}(?![0-9])`, 'g'), to);
      await using front = await startFront(async ({ text }, forward) => {
        const answer = await forward(calling(id, known)(text));
        return { ...answer, body: calling(known, id)(answer.body) };
      });
      const record = await runAll({ ...front.settings, CMDB_INST_ID: id }, { only: ['success'] });
      expect(withStatus(record, 'failed')).toEqual([]);
      expect(verdictOn(record, 'request.bk_inst_id.exact').status).toBe('passed');
      const exact = caseOf(record, 'success.int64.exact');
      const [request] = exact.exchanges.filter(({ purpose }) => purpose === 'request');
      const [lookup] = exact.exchanges.filter(
        ({ purpose, answer }) => purpose === 'lookup' && answer?.body.includes('"bk_inst_id"'),
      );
      expect(request?.sent.body).toContain(`"bk_inst_id":${id},`);
      if (request === undefined) throw new Error('nothing was sent');
      const { usual, curl } = indexRecord(record);
      expect(curlLine(wholeRequest(request, usual), curl)).toContain(`"bk_inst_id":${id},`);
      expect(lookup?.answer?.body).toContain(`"bk_inst_id":${id},`);
      const text = JSON.stringify(record);
      expect(text).not.toContain('9007199254740992');
      expect(text).not.toContain('9223372036854775808,');
      expect(front.calls.some((call) => call.text.includes(`"bk_inst_id":${id},`))).toBe(true);
    },
  );
});
