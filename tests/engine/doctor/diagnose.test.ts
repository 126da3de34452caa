import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import { isObject } from '../../../src/json/json-value.js';
import { CHECKS } from '../../../src/record/diagnosis.js';
import { exitCodeOfDiagnosis } from '../../../src/record/exit-code.js';
import { checkSentence } from '../../../src/report/sentences/checks/check.js';
import { startFront } from '../front.js';
import { diagnosisOf, ofKind } from './a-diagnosis.js';

const ABOUT = { thing: { en: 'association', zh: '关联关系' } };

const WRITING = [
  'add_instance_association',
  'delete_instance_association',
  'create_inst',
  'delete_inst',
];

const ASKED = ['search_inst', 'create_inst', 'delete_inst'];

/** True for a name that the suite made up for this run. */
function isUnknown(name: unknown): boolean {
  return typeof name === 'string' && /^cmdb_conformance_[0-9a-z-]+_unknown$/.test(name);
}

/** Who asks where, and nothing of what is asked about. */
function withoutFixture(settings: Readonly<Record<string, string>>): Record<string, string> {
  const named = /^CMDB_(OBJ_|ASST_|INST_|BIZ_)/;
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !named.test(name)));
}

describe('a diagnosis of a right target', () => {
  it('has all checks in their order, each right, and changes nothing', async () => {
    const server = await startEmbedded();
    const before = server.snapshot();
    const checks = await diagnosisOf(server.settings);
    expect(server.snapshot()).toBe(before);
    await server.close();
    expect([...new Set(checks.map(({ kind }) => kind))]).toEqual(CHECKS);
    expect(checks.filter(({ result }) => result !== 'ok')).toEqual([]);
    expect(ofKind(checks, 'identity').map(({ setting }) => setting)).toEqual([
      'BK_USERNAME',
      'BK_TOKEN',
    ]);
    expect(ofKind(checks, 'permission').map(({ endpoint }) => endpoint)).toEqual([
      'add_instance_association',
      'find_object_association',
      'find_instance_association',
      'delete_instance_association',
      'search_object_attribute',
      'search_inst',
      'create_inst',
      'delete_inst',
    ]);
    expect(ofKind(checks, 'fixture')[0]?.facts).toMatchObject({ mapping: 'n:n' });
    expect(exitCodeOfDiagnosis(checks)).toBe(0);
    const [forecast] = ofKind(checks, 'forecast');
    expect(forecast?.requests).toBeGreaterThan(1500);
    expect(forecast?.seconds).toBeGreaterThan(0);
  });

  it('sends to endpoints that write only what names something that lookups showed to be absent', async () => {
    await using front = await startFront((_call, forward) => forward());
    await diagnosisOf(front.settings);
    const writing = front.calls.filter(({ endpoint }) => WRITING.includes(endpoint));
    expect(new Set(writing.map(({ endpoint }) => endpoint)).size).toBe(WRITING.length);
    const shown = front.calls.findIndex(
      ({ endpoint, members: { condition } }) =>
        endpoint === 'find_object_association' &&
        isObject(condition) &&
        isUnknown(condition['bk_obj_asst_id']) &&
        isUnknown(condition['bk_obj_id']),
    );
    for (const { endpoint, members, n } of writing) {
      const named = endpoint === 'add_instance_association' ? 'bk_obj_asst_id' : 'bk_obj_id';
      expect(isUnknown(members[named]), endpoint).toBe(true);
      expect(n).toBeGreaterThan(shown + 1);
    }
  });

  it('asks CMDB, not the ESB alone, where the ESB requires a supplier account', async () => {
    const codes: string[] = [];
    await using front = await startFront(
      async ({ endpoint }, forward) => {
        const answer = await forward();
        if (endpoint.endsWith('_inst')) {
          codes.push(`${endpoint} ${/"code": *([0-9]+)/.exec(answer.body)?.[1] ?? ''}`);
        }
        return answer;
      },
      { release: { esb: 'a', cmdb: 'cmdb-3.9' } },
    );
    await diagnosisOf(front.settings);
    expect(codes.map((code) => code.split(' ')[0])).toEqual(expect.arrayContaining(ASKED));
    expect(codes.join()).not.toContain('1306406');
  });

  it('does not try deletions where lookups show no id to be free', async () => {
    await using front = await startFront(({ endpoint, text }, forward) => {
      const [, member, id] = /"(id|bk_inst_id)":(4[0-9]{15})/.exec(text) ?? [];
      if (endpoint !== 'find_instance_association' || member === undefined) return forward();
      const sides = member === 'id' ? '"bk_inst_id":1' : `"bk_inst_id":${id}`;
      const row = `{"id":${member === 'id' ? id : 7},"bk_obj_asst_id":"a_b_c",${sides},"bk_asst_inst_id":2}`;
      return { body: `{"result":true,"code":0,"message":"","data":[${row}]}` };
    });
    const checks = await diagnosisOf(front.settings);
    const untried = ofKind(checks, 'permission').filter((check) => check.untried !== undefined);
    expect(untried.map(({ endpoint }) => endpoint)).toEqual([
      'delete_instance_association',
      'delete_inst',
    ]);
    for (const check of untried) {
      expect(check).toMatchObject({ result: 'not-tried', untried: 'no-free-id' });
      expect(checkSentence(check, ABOUT).en).toContain('showed no id that is free');
      expect(checkSentence(check, ABOUT).zh).toContain('空闲的 id');
    }
    const asked = new Set(front.calls.map(({ endpoint }) => endpoint));
    for (const { endpoint } of untried) expect(asked).not.toContain(endpoint);
    expect(exitCodeOfDiagnosis(checks)).toBe(0);
  });

  it.each([
    [{ CMDB_OBJ_ASST_ID: 'bk_switch_default_bk_router' }, 'made'],
    [{ CMDB_FIXTURE: 'auto' }, 'proposed'],
  ])('has no instances to look at where a run makes them: %o', async (named, fixture) => {
    await using front = await startFront((_call, forward) => forward());
    const checks = await diagnosisOf({ ...withoutFixture(front.settings), ...named });
    expect(ofKind(checks, 'fixture')).toMatchObject([{ result: 'ok', facts: { fixture } }]);
    expect(ofKind(checks, 'free')).toMatchObject([{ result: 'ok', settings: [] }]);
    expect(exitCodeOfDiagnosis(checks)).toBe(0);
  });

  it('says of a fixture that is not named what a run would propose, and ends as it', async () => {
    await using front = await startFront((_call, forward) => forward());
    const checks = await diagnosisOf(withoutFixture(front.settings));
    expect(checks.at(-1)).toMatchObject({
      kind: 'fixture',
      result: 'wrong',
      ends: { kind: 'fixture-proposed' },
    });
    expect(exitCodeOfDiagnosis(checks)).toBe(2);
  });

  it('sends nothing to them where nothing may be written, and says so', async () => {
    await using front = await startFront((_call, forward) => forward());
    const checks = await diagnosisOf(front.settings, { mayWrite: false });
    expect(front.calls.filter(({ endpoint }) => WRITING.includes(endpoint))).toEqual([]);
    expect(ofKind(checks, 'writes')).toMatchObject([{ result: 'wrong' }]);
    const untried = ofKind(checks, 'permission').filter(({ result }) => result === 'not-tried');
    expect(untried.map(({ endpoint }) => endpoint)).toEqual(WRITING);
    expect(checks.at(-1)?.kind).toBe('forecast');
    expect(exitCodeOfDiagnosis(checks)).toBe(2);
  });

  it('sends nothing to them where lookups do not show that it is absent', async () => {
    await using front = await startFront((call, forward) =>
      call.endpoint === 'find_object_association'
        ? { body: '{"result":false,"code":1199006,"message":"no","data":null}' }
        : forward(),
    );
    const checks = await diagnosisOf(front.settings);
    expect(front.calls.filter(({ endpoint }) => WRITING.includes(endpoint))).toEqual([]);
    const untried = ofKind(checks, 'permission').flatMap(({ untried: why }) => why ?? []);
    expect(untried).toEqual(WRITING.map(() => 'not-shown-absent'));
  });

  it('removes what a sloppy server makes of an unknown model', async () => {
    await using front = await startFront((call, forward) =>
      call.endpoint === 'create_inst'
        ? { body: '{"result":true,"code":0,"message":"success","data":{"bk_inst_id":77}}' }
        : forward(),
    );
    await diagnosisOf(front.settings);
    const removed = front.calls.filter(({ endpoint }) => endpoint === 'delete_inst');
    expect(removed.map(({ members }) => members['bk_inst_id'])).toContain(77n);
  });
});

describe('what is wrong', () => {
  it('ends a diagnosis at a port where nothing listens', async () => {
    const server = await startEmbedded();
    await server.close();
    const checks = await diagnosisOf(server.settings);
    expect(checks.map(({ kind }) => kind)).toEqual(['configuration', 'writes', 'name', 'tcp']);
    const ends = checks.at(-1)?.ends;
    expect(ends).toMatchObject({ kind: 'no-connection' });
    expect(exitCodeOfDiagnosis(checks)).toBe(4);
  });

  it('ends it before anything is sent where a value can’t be meant', async () => {
    await using front = await startFront((_call, forward) => forward());
    const checks = await diagnosisOf({ ...front.settings, BK_APP_SECRET: '$BK_APP_SECRET' });
    expect(checks.map(({ kind, result }) => [kind, result])).toEqual([
      ['configuration', 'wrong'],
      ['writes', 'ok'],
    ]);
    expect(front.calls).toEqual([]);
    expect(exitCodeOfDiagnosis(checks)).toBe(2);
  });

  it('is a deletion that the target does not have', async () => {
    await using front = await startFront((call, forward) =>
      call.endpoint === 'delete_instance_association'
        ? { body: '{"result":false,"code":1306404,"message":"component class not found"}' }
        : forward(),
    );
    const checks = await diagnosisOf(front.settings);
    const [missing, ...more] = ofKind(checks, 'permission').filter(
      (check) => check.missing !== undefined,
    );
    expect(missing).toMatchObject({ endpoint: 'delete_instance_association', result: 'wrong' });
    expect(more).toEqual([]);
    expect(exitCodeOfDiagnosis(checks)).toBe(2);
  });

  it('is a clock that is off, as the header Date tells it', async () => {
    const off = new Date(Date.now() + 600_000).toUTCString();
    await using front = await startFront(async (_call, forward) => ({
      ...(await forward()),
      headers: { date: off },
    }));
    const [clock] = ofKind(await diagnosisOf(front.settings), 'clock');
    expect(clock?.result).toBe('warning');
    expect(Math.abs((clock?.aheadMs ?? 0) - 600_000)).toBeLessThan(30_000);
  });

  it('shows no secret that the target repeats', async () => {
    await using front = await startFront((call, forward) =>
      call.endpoint === 'add_instance_association'
        ? { body: `{"result":false,"code":1306403,"message":${JSON.stringify(call.text)}}` }
        : forward(),
    );
    const checks = await diagnosisOf(front.settings);
    const [judged] = ofKind(checks, 'permission');
    expect(JSON.stringify(judged?.problem)).toContain('<bk_app_secret>');
    const secrets = ['BK_APP_SECRET', 'BK_TOKEN'].map((name) => front.settings[name] ?? '');
    for (const secret of secrets) expect(JSON.stringify(checks)).not.toContain(secret);
  });
});
