import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/json/json-value.js';
import type { JsonValue } from '../../src/json/json-value.js';
import { writeJson } from '../../src/json/write-json.js';
import type { RunRecord } from '../../src/record/record.js';
import { notesOf, runAll, verdictOn, withStatus } from './a-run.js';
import { bodyOf, refusal, startFront } from './front.js';
import type { Behave, Call } from './front.js';
import { outcomeTold } from './told.js';

/** Nothing of a fixture; an empty variable counts as not set. */
const NOTHING = {
  CMDB_OBJ_ASST_ID: '',
  CMDB_OBJ_ID: '',
  CMDB_ASST_OBJ_ID: '',
  CMDB_INST_ID: '',
  CMDB_ASST_INST_ID: '',
  CMDB_BIZ_ID: '',
};

/** What a mapping and made instances matter to. */
const CHOSEN = ['success', 'semantics'];

/** The model associations of each mapping, models and two instances that are free. */
const MAPPINGS = [
  ['1:1', 'bk_switch_run_bk_firewall', 'bk_switch → bk_firewall', '102', '302'],
  ['1:n', 'bk_router_connect_bk_firewall', 'bk_router → bk_firewall', '202', '302'],
  ['n:n', 'bk_switch_default_bk_router', 'bk_switch → bk_router', '102', '202'],
] as const;

interface Seen {
  readonly record: RunRecord;
  readonly calls: readonly Call[];
}

/** Runs with only these settings of a fixture, and sees that the target is left as it was. */
async function runWith(
  settings: Readonly<Record<string, string>>,
  only: readonly string[] = [],
  behave: Behave = (_, forward) => forward(),
): Promise<Seen> {
  await using front = await startFront(behave);
  const before = front.embedded.snapshot();
  const variables = { ...front.settings, ...NOTHING, ...settings };
  const record = await runAll(variables, { only, effort: 'quick' });
  expect(front.embedded.snapshot()).toBe(before);
  expect(record.leftovers).toEqual([]);
  return { record, calls: front.calls };
}

const groundOf = ({ endpoints }: RunRecord): unknown => endpoints[0]?.ground;

/** Shows model associations of one mapping only. */
const showing =
  (mapping: string): Behave =>
  async ({ endpoint }, forward) => {
    const answer = await forward();
    const body = bodyOf(answer);
    if (endpoint !== 'find_object_association' || !Array.isArray(body['data'])) return answer;
    const data = body['data'].filter(
      (row: JsonValue) => isObject(row) && row['mapping'] === mapping,
    );
    return { ...answer, body: writeJson({ ...body, data }) };
  };

describe.each(MAPPINGS)('of mapping %s', (mapping, association, models, source, target) => {
  const expectRight = (record: RunRecord): void => {
    expect(record.ended).toBeUndefined();
    expect(withStatus(record, 'failed')).toEqual([]);
    // What the chosen cases leave open was not exercised, and nothing else.
    const open = record.requirements.filter(({ status }) => status === 'inconclusive');
    expect(new Set(open.map(({ problem }) => problem?.kind))).toEqual(new Set(['not-exercised']));
    for (const id of ['effect.created', 'request.bk_inst_id.exists', 'request.sample']) {
      expect(verdictOn(record, id).status, id).toBe('passed');
    }
  };

  it('a fixture that is given is used', async () => {
    const { record, calls } = await runWith(
      { CMDB_OBJ_ASST_ID: association, CMDB_INST_ID: source, CMDB_ASST_INST_ID: target },
      CHOSEN,
    );
    expectRight(record);
    expect(groundOf(record)).toEqual({ fixture: 'given', association, models, mapping });
    expect(notesOf(record)).toEqual([]);
    expect(calls.some(({ text }) => text.includes(`"bk_inst_id":${source},`))).toBe(true);
  });

  it('instances are made where only the association is given', async () => {
    const { record } = await runWith({ CMDB_OBJ_ASST_ID: association }, CHOSEN);
    expectRight(record);
    expect(groundOf(record)).toEqual({ fixture: 'made', association, models, mapping });
    expect(notesOf(record)).toEqual([]);
  });

  it('all is made where nothing is given, and auto says to', async () => {
    const { record } = await runWith({ CMDB_FIXTURE: 'auto' }, CHOSEN, showing(mapping));
    expectRight(record);
    expect(groundOf(record)).toEqual({ fixture: 'proposed', association, models, mapping });
    expect(notesOf(record)).toMatchObject([
      { kind: 'fixture-proposed', proposed: { value: association, rule: mapping } },
    ]);
  });
});

/** A case that associates, and shows what a run has to do with its ground. */
const BRIEF = ['success.identity.bk_username'];

describe('a fixture of which one instance is given', () => {
  it.each([
    ['CMDB_ASST_INST_ID', 'bk_switch_connect_host', '402', 'bk_switch'],
    ['CMDB_INST_ID', 'bk_switch_default_bk_router', '102', 'bk_router'],
  ])('by %s has the other made', async (setting, association, given, made) => {
    const { record, calls } = await runWith(
      { CMDB_OBJ_ASST_ID: association, [setting]: given },
      BRIEF,
    );
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.ended).toBeUndefined();
    expect(groundOf(record)).toMatchObject({ fixture: 'completed' });
    const first = calls.find(
      // The one that holds the user's instance comes before.
      ({ endpoint, text }) => endpoint === 'create_inst' && !text.includes('-holds-'),
    );
    expect(first?.members['bk_obj_id']).toBe(made);
    const member = setting === 'CMDB_INST_ID' ? 'bk_inst_id' : 'bk_asst_inst_id';
    const success = record.cases.find(({ id }) => id === BRIEF[0]);
    const sent = success?.exchanges.find(({ purpose }) => purpose === 'request')?.sent.body ?? '';
    expect(bodyOf({ body: sent })[member]).toBe(BigInt(given));
  });

  it('that leaves no room has others made', async () => {
    const settings = { CMDB_OBJ_ASST_ID: 'bk_switch_run_bk_firewall', CMDB_INST_ID: '101' };
    const { record } = await runWith(settings, BRIEF);
    expect(notesOf(record)).toMatchObject([
      { kind: 'fixture-taken', taken: { how: 'no-room', setting: 'CMDB_INST_ID', id: '101' } },
    ]);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.ended).toBeUndefined();
  });
});

describe('a request', () => {
  it('is for the business of the document’s sample where none is set', async () => {
    const { calls } = await runWith({ CMDB_OBJ_ASST_ID: 'bk_switch_default_bk_router' }, BRIEF);
    const businesses = calls
      .filter(({ endpoint }) => endpoint === 'add_instance_association')
      .map(({ members }) => writeJson(members['metadata'] ?? null));
    expect(new Set(businesses)).toEqual(new Set(['{"label":{"bk_biz_id":"1"}}']));
  });

  it('creates nothing before it is known what can be found and what is refused', async () => {
    const { calls } = await runWith({ CMDB_OBJ_ASST_ID: 'bk_switch_default_bk_router' }, BRIEF);
    const endpoints = calls.map(({ endpoint }) => endpoint);
    const first = endpoints.indexOf('create_inst');
    expect(endpoints.slice(0, first)).toContain('find_instance_association');
    const probes = calls.slice(0, first).filter(({ endpoint }) => endpoint.startsWith('add_'));
    expect(probes).toHaveLength(7);
    // They stand on ids that lookups show to be free.
    const ids = new Set(probes.map(({ members }) => members['bk_inst_id']));
    expect(ids).toEqual(new Set([4_000_000_500_000_022n]));
  });
});

describe('what a model requires', () => {
  it('is filled by its type, differently for each instance', async () => {
    const { record, calls } = await runWith(
      { CMDB_OBJ_ASST_ID: 'bk_load_balance_connect_bk_router', CMDB_SUPPLIER_ACCOUNT: 'tencent' },
      BRIEF,
    );
    expect(record.ended).toBeUndefined();
    const made = calls.filter(
      ({ endpoint, members }) =>
        endpoint === 'create_inst' && members['bk_obj_id'] === 'bk_load_balance',
    );
    expect(made).toHaveLength(9);
    expect(new Set(made.map(({ members }) => members['bk_asset_id'])).size).toBe(9);
    for (const { members } of made) {
      expect(members).toMatchObject({ bk_supplier_account: 'tencent', bk_status: '2' });
      expect(members['bk_asset_id']).toBe(members['bk_inst_name']);
    }
    const asked = calls.filter(({ endpoint }) => endpoint === 'search_object_attribute');
    expect(asked.map(({ members }) => members['bk_obj_id'])).toEqual([
      'bk_load_balance',
      'bk_router',
    ]);
  });

  it('is told where the suite has no value for it', async () => {
    const settings = { CMDB_OBJ_ASST_ID: 'bk_load_balance_connect_bk_router' };
    const { record, calls } = await runWith(settings, [], async ({ endpoint }, forward) => {
      const answer = await forward();
      return endpoint === 'search_object_attribute'
        ? { ...answer, body: answer.body.replace(/"option":""/g, '"option":"^rack [A-F]$"') }
        : answer;
    });
    expect(record).toMatchObject({
      exitCode: 2,
      ended: {
        kind: 'fixture-lacking',
        settings: ['CMDB_INST_ID', 'CMDB_ASST_INST_ID'],
        why: { kind: 'not-filled', of: 'bk_load_balance', at: 'bk_asset_id', rule: '^rack [A-F]$' },
      },
    });
    expect(calls.filter(({ endpoint }) => endpoint === 'create_inst')).toEqual([]);
  });
});

describe('a run that has nothing to associate ends with exit code 2', () => {
  const expectTold = (record: RunRecord, ...words: readonly string[]): void => {
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 2 });
    for (const text of Object.values(outcomeTold(record))) {
      for (const word of words) expect(text).toContain(word);
    }
  };
  const isWriting = ({ endpoint }: Call): boolean => /^(?:add|create|delete)_/.test(endpoint);

  it('and names the proposal, and the option that takes it', async () => {
    const { record, calls } = await runWith({});
    expect(record.ended).toMatchObject({ kind: 'fixture-proposed' });
    expectTold(record, 'bk_switch_default_bk_router', '--fixture auto', 'CMDB_OBJ_ASST_ID');
    expect(calls.filter(isWriting)).toEqual([]);
  });

  it.each(['CMDB_ASST_INST_ID', 'CMDB_INST_ID'])(
    'and names the instance of a built-in model that has to be set: %s',
    async (setting) => {
      const { record, calls } = await runWith(
        { CMDB_OBJ_ASST_ID: 'bk_switch_connect_host' },
        [],
        async (_, forward) => {
          const answer = await forward();
          return setting === 'CMDB_ASST_INST_ID'
            ? answer
            : {
                ...answer,
                body: answer.body.replace(
                  '"bk_obj_id":"bk_switch","bk_asst_obj_id":"host"',
                  '"bk_obj_id":"host","bk_asst_obj_id":"bk_switch"',
                ),
              };
        },
      );
      expectTold(record, setting, 'host');
      expect(record.ended).toMatchObject({ settings: [setting], why: { kind: 'built-in' } });
      expect(calls.filter(isWriting)).toEqual([]);
    },
  );

  it('and quotes the refusal where no instance is made', async () => {
    const settings = { CMDB_OBJ_ASST_ID: 'bk_switch_default_bk_router' };
    const { record } = await runWith(settings, [], ({ endpoint }, forward) =>
      endpoint === 'create_inst' ? refusal(1306403, 'not for this app') : forward(),
    );
    expectTold(record, 'CMDB_INST_ID', 'CMDB_ASST_INST_ID', 'not for this app');
  });

  it('and names the models where they can’t be looked up', async () => {
    const settings = { CMDB_OBJ_ASST_ID: 'bk_switch_default_bk_router' };
    const { record, calls } = await runWith(settings, [], ({ endpoint }, forward) =>
      endpoint === 'find_object_association' ? refusal(1306403, 'not for this app') : forward(),
    );
    expectTold(record, 'CMDB_OBJ_ID', 'CMDB_ASST_OBJ_ID', 'not for this app');
    expect(calls.filter(({ endpoint }) => endpoint === 'create_inst')).toEqual([]);
  });

  it('and names the association that is not there', async () => {
    const { record } = await runWith({ CMDB_OBJ_ASST_ID: 'bk_switch_uplink_bk_router' });
    expect(record.ended).toEqual({ kind: 'fixture-wrong', settings: ['CMDB_OBJ_ASST_ID'] });
    expectTold(record, 'CMDB_OBJ_ASST_ID');
  });

  it('and names it where its models are set, but it is refused', async () => {
    const { record } = await runWith({
      CMDB_OBJ_ASST_ID: 'bk_switch_uplink_bk_router',
      CMDB_OBJ_ID: 'bk_switch',
      CMDB_ASST_OBJ_ID: 'bk_router',
    });
    expect(record.ended).toMatchObject({
      kind: 'fixture-wrong',
      settings: ['CMDB_OBJ_ASST_ID'],
      said: { code: '1101046' },
    });
    expectTold(record, 'CMDB_OBJ_ASST_ID', '1101046');
  });

  it('and names the model that is not the association’s', async () => {
    const { record, calls } = await runWith({
      CMDB_OBJ_ASST_ID: 'bk_switch_default_bk_router',
      CMDB_OBJ_ID: 'bk_firewall',
    });
    expect(record.ended).toMatchObject({ kind: 'fixture-mismatched' });
    expectTold(record, 'CMDB_OBJ_ID', 'bk_firewall', 'bk_switch');
    expect(calls.filter(isWriting)).toEqual([]);
  });

  it('and says that none of those that are there will do', async () => {
    const { record } = await runWith({ CMDB_FIXTURE: 'auto' }, [], showing('m:n'));
    expect(record.ended).toMatchObject({ why: { kind: 'none-fits', seen: 0 } });
    expectTold(record, 'CMDB_OBJ_ASST_ID', 'find_object_association');
  });
});

describe('what can’t be looked up for want of credentials', () => {
  it('is no matter of the fixture', async () => {
    for (const settings of [{ CMDB_FIXTURE: 'auto' }, { CMDB_OBJ_ASST_ID: 'bk_a_run_bk_b' }]) {
      const { record } = await runWith({ ...settings, BK_APP_SECRET: 'no such secret' });
      expect(record).toMatchObject({ exitCode: 4, ended: { kind: 'identities-refused' } });
    }
  });
});
