import { describe, expect, it } from 'vitest';
import { drive } from '../../src/cli/drive.js';
import { NOT_EXEMPT_APP } from '../../src/embedded/seed.js';
import { idOf } from '../../src/judge/answer.js';
import { integerOf } from '../../src/json/int64.js';
import { isObject } from '../../src/json/json-value.js';
import type { RunRecord } from '../../src/record/record.js';
import type { JsonObject, JsonValue } from '../../src/json/json-value.js';
import { writeJson } from '../../src/json/write-json.js';
import { notesOf, open, runAll, verdictOn, withStatus } from './a-run.js';
import { bodyOf, refusal, startFront } from './front.js';
import type { Behave, Front } from './front.js';
import { notesTold, outcomeTold, verdictTold } from './told.js';

/** Limits that a user can set too, so that nothing is waited for longer than it takes here. */
const QUICK = {
  CMDB_LOOKUP_WAIT_MS: '300',
  CMDB_FIRST_BYTE_TIMEOUT_MS: '3000',
  CMDB_TOTAL_TIMEOUT_MS: '4000',
};
const ADD = 'add_instance_association';
const FIND = 'find_instance_association';
const DELETE = 'delete_instance_association';

/** The id that an answer gives of what was created. */
function createdIdOf(answer: JsonObject): bigint | undefined {
  return idOf(answer, 'data.id');
}

function run(
  front: Front,
  only: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<RunRecord> {
  return runAll({ ...front.settings, ...QUICK, ...variables }, { only, effort: 'quick' });
}

/** Requirements on what the server does with requests that passed. */
function greenOfRequests(record: RunRecord): string[] {
  return withStatus(record, 'passed').filter((id) => /^(request|auth|effect)\./.test(id));
}

const html: Behave = () => ({
  headers: { 'content-type': 'text/html' },
  body: '<html><body>It works!</body></html>',
});

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

const GROUP = 'bk_switch_group_bk_router';
const DEFAULT = 'bk_switch_default_bk_router';
const SOURCE = 9007199254740993n;
const TARGET = 9007199254741001n;

/** Somebody else associates two instances. */
async function theirs(
  front: Front,
  association: string,
  source: bigint,
  target: bigint,
): Promise<bigint> {
  const answer = await front.beside(ADD, {
    bk_obj_asst_id: association,
    bk_inst_id: source,
    bk_asst_inst_id: target,
    metadata: { label: { bk_biz_id: '2' } },
  });
  const id = createdIdOf(answer);
  if (id === undefined) throw new Error(writeJson(answer));
  return id;
}

function deletionsOf(front: Front, ids: ReadonlySet<bigint>): bigint[] {
  return front.calls.flatMap(({ endpoint, members }) => {
    const id = integerOf(members['id']);
    return endpoint === DELETE && id !== undefined && ids.has(id) ? [id] : [];
  });
}

describe('lookups and deletions that fail once', () => {
  const BUSY = refusal(1199998, 'busy');

  it.each([
    ['find_instance_association', 'a refused lookup', BUSY],
    ['find_instance_association', 'a page in place of a lookup', { status: 502, body: '<html>' }],
    [DELETE, 'a refused deletion', BUSY],
  ])('%s: %s blames nobody, and leaves nothing', async (endpoint, _name, answer) => {
    await using front = await startFront((call, forward) =>
      call.endpoint === endpoint && call.nth % 25 === 0 ? answer : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field']);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(withStatus(record, 'inconclusive').filter(isOfRequest)).toEqual([]);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('a deletion that is carried out, and whose answer never comes, blames nobody', async () => {
    await using front = await startFront(async (call, forward) => {
      const answer = await forward();
      const isLost = call.endpoint === DELETE && call.nth % 25 === 0;
      return isLost ? new Promise<never>(() => undefined) : answer;
    });
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field'], {
      CMDB_FIRST_BYTE_TIMEOUT_MS: '400',
      CMDB_TOTAL_TIMEOUT_MS: '500',
    });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('for long leave a pair in doubt, and blame nobody', async () => {
    await using front = await startFront((call, forward) =>
      call.endpoint === DELETE && call.nth >= 20 && call.nth < 24 ? BUSY : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field']);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });
});

function isOfRequest(id: string): boolean {
  return id.startsWith('request.') && id.endsWith('.required');
}

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

describe('a connection that fails', () => {
  it.each([
    ['before the creation was carried out', false],
    ['after the creation was carried out', true],
  ])('%s is tried once more, told, and blames nobody', async (_name, carriedOut) => {
    await using front = await startFront(async ({ endpoint, nth }, forward) => {
      const cut = endpoint === ADD && nth === 30;
      if (!cut || carriedOut) {
        const answer = await forward();
        if (!cut) return answer;
      }
      return {};
    });
    const before = front.embedded.snapshot();
    const record = await run(front);
    expect(front.embedded.snapshot()).toBe(before);
    expect(withStatus(record, 'failed')).toEqual(['transport.stable']);
    expect(verdictOn(record, 'transport.stable').problem).toMatchObject({
      kind: 'unstable',
      healed: true,
    });
    expect(record.exitCode).toBe(0);
    expect(record.leftovers).toEqual([]);
  });

  it('again and again is no verdict', async () => {
    await using front = await startFront(({ endpoint, nth }, forward) =>
      endpoint === ADD && nth > 20 ? {} : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field']);
    expect(record.exitCode).toBe(3);
    expect(withStatus(record, 'failed')).toEqual(['transport.stable']);
    expect(verdictOn(record, 'transport.stable').problem).toMatchObject({
      kind: 'unstable',
      healed: false,
    });
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('only when instances are deleted leaves every verdict as it is, and lists them', async () => {
    await using front = await startFront(({ endpoint }, forward) =>
      endpoint === 'delete_inst' ? new Promise(() => undefined) : forward(),
    );
    const run = await runAll({
      ...front.settings,
      ...QUICK,
      CMDB_FIRST_BYTE_TIMEOUT_MS: '400',
      CMDB_TOTAL_TIMEOUT_MS: '500',
    });
    expect(run).toMatchObject({ outcome: 'conformant', exitCode: 0 });
    expect(run.leftovers.filter(({ kind }) => kind === 'instance').length).toBeGreaterThan(15);
    expect(run.leftovers.filter(({ kind }) => kind === 'association')).toEqual([]);
  });

  it('with answers that never come in time ends the run after three creations', async () => {
    await using front = await startFront(({ endpoint, nth }, forward) =>
      endpoint === ADD && nth > 46 ? new Promise(() => undefined) : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field'], {
      CMDB_FIRST_BYTE_TIMEOUT_MS: '1000',
      CMDB_TOTAL_TIMEOUT_MS: '1200',
    });
    expect(record.exitCode).toBe(3);
    expect(front.calls.filter(({ endpoint }) => endpoint === ADD)).toHaveLength(49);
    expect(record.ended).toMatchObject({
      kind: 'creations-exhausted',
      number: 3,
      fault: 'timeout',
    });
    expect(front.embedded.snapshot()).toBe(before);
  });
});

describe('a run that is interrupted', () => {
  /** Interrupts a run while its 40th creation is under way, carried out and not yet answered. */
  async function interrupted(
    behave: Behave,
    look: (front: Front, record: RunRecord) => void,
  ): Promise<void> {
    const stops: (() => void)[] = [];
    await using front = await startFront(async (call, forward) => {
      if (call.endpoint !== ADD || call.nth !== 40) return behave(call, forward);
      await forward();
      for (const stop of stops) stop();
      return new Promise(() => undefined);
    });
    const opened = await open({ ...front.settings, ...QUICK });
    stops.push(() => {
      opened.session.interrupt('SIGINT');
    });
    try {
      look(front, await drive(opened.session, () => undefined));
    } finally {
      await opened.close();
    }
  }

  it('cleans up, and its record is incomplete', async () => {
    const start = await startFront(html);
    const before = start.embedded.snapshot();
    await start[Symbol.asyncDispose]();
    await interrupted(
      (_call, forward) => forward(),
      (front, record) => {
        expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3, leftovers: [] });
        expect(record.ended).toEqual({ kind: 'interrupted', by: 'SIGINT' });
        expect(record.partial).toEqual({
          part: { kind: 'ended' },
          command: 'npx cmdb-conformance run',
        });
        expect(outcomeTold(record).en).toContain('interrupted by SIGINT');
        expect(outcomeTold(record).zh).toContain('被 SIGINT 中断');
        // What is under way is looked for and removed; nothing more is created.
        expect(front.embedded.snapshot()).toBe(before);
        expect(front.calls.filter(({ endpoint }) => endpoint === ADD)).toHaveLength(40);
        expect(withStatus(record, 'failed')).toEqual([]);
      },
    );
  });

  it('lists what could not be removed', async () => {
    await interrupted(
      ({ endpoint }, forward) =>
        endpoint === 'delete_inst' ? refusal(1199084, 'not allowed here') : forward(),
      (front, record) => {
        expect(record.exitCode).toBe(3);
        expect(record.leftovers).toHaveLength(19);
        for (const { kind, id, why } of record.leftovers) {
          expect(kind).toBe('instance');
          expect(why.kind).toBe('not-removed');
          expect(why).toHaveProperty('name', expect.stringMatching(/^cmdb-conformance-/));
          expect(front.embedded.snapshot()).toMatch(new RegExp(`^instance \\S+ ${id ?? ''} `, 'm'));
        }
      },
    );
  });
});
