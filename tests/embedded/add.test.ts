import { LosslessNumber } from 'lossless-json';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADD, idOf, SOURCE, startSubject, TARGET } from './client.js';
import type { Members, Subject } from './client.js';

let cmdb: Subject;
let before: string;
beforeAll(async () => {
  cmdb = await startSubject();
  before = cmdb.snapshot();
});
afterAll(() => cmdb.close());
afterEach(() => {
  expect(cmdb.snapshot()).toBe(before);
});

const SIX = ['code', 'data', 'message', 'permission', 'request_id', 'result'];

async function refused(change: Members, code: number, words: string): Promise<void> {
  const { body, status } = await cmdb.send(ADD, { ...cmdb.valid, ...change });
  expect(Object.keys(body).sort()).toEqual(SIX);
  expect(body).toMatchObject({ result: false, code: BigInt(code), data: null, permission: null });
  expect(body['message']).toContain(words);
  expect(body['request_id']).toMatch(/^[0-9a-f]{32}$/);
  expect(status).toBe(200);
}

const remove = (id: bigint): Promise<Members> =>
  cmdb.call('delete_instance_association', { bk_obj_id: 'bk_switch', id });

describe('a valid request', () => {
  it('is answered as documented and found with exact ids', async () => {
    const { body, status, type } = await cmdb.send(ADD, cmdb.valid);
    expect(status).toBe(200);
    expect(type).toMatch(/^application\/json/);
    expect(Object.keys(body).sort()).toEqual(SIX);
    const id = idOf(body);
    expect(body).toMatchObject({ result: true, code: 0n, message: '', permission: null });
    const found = await cmdb.call('find_instance_association', {
      bk_obj_id: 'bk_switch',
      condition: { bk_inst_id: SOURCE, bk_obj_asst_id: cmdb.valid['bk_obj_asst_id'] },
    });
    expect(found['data']).toEqual([
      {
        id,
        bk_inst_id: SOURCE,
        bk_obj_id: 'bk_switch',
        bk_asst_inst_id: TARGET,
        bk_asst_obj_id: 'bk_router',
        bk_supplier_account: '0',
        bk_obj_asst_id: 'bk_switch_default_bk_router',
        bk_asst_id: 'default',
      },
    ]);
    expect(await remove(id)).toMatchObject({ result: true, data: null });
  });

  it('gets growing ids, none twice, fresh request ids', async () => {
    const first = await cmdb.send(ADD, cmdb.valid);
    await remove(idOf(first.body));
    const second = await cmdb.send(ADD, cmdb.valid);
    await remove(idOf(second.body));
    expect(idOf(second.body)).toBeGreaterThan(idOf(first.body));
    expect(second.body['request_id']).not.toBe(first.body['request_id']);
  });

  it.each([
    ['a further label', { metadata: { label: { bk_biz_id: '2', team: 'net' } } }],
    ['an unknown member', { colour: 7n }],
    [
      'members named like what every object has',
      { constructor: 1n, refused: 'x', __proto__: null },
    ],
  ])('may carry %s', async (_, change) => {
    const { body } = await cmdb.send(ADD, { ...cmdb.valid, ...change });
    await remove(idOf(body));
  });

  it('is read as Python reads it: the last of a repeated key counts', async () => {
    const { settings } = cmdb;
    const { body } = await cmdb.send(
      ADD,
      ` {"bk_inst_id": 1, "bk_app_code": "${settings['BK_APP_CODE'] ?? ''}", "bk_app_secret": "${
        settings['BK_APP_SECRET'] ?? ''
      }", "bk_username": "admin", "bk_obj_asst_id": "bk_switch_default_bk_router",
        "bk_asst_inst_id": 9007199254741001, "metadata": {"label": {"bk_biz_id": "2"}},
        "bk_inst_id": 9007199254740993}`,
    );
    await remove(idOf(body));
  });
});

const IDS = ['bk_inst_id', 'bk_asst_inst_id'];
const MISSING = 1199010;
const INVALID = 1199006;

describe('a required member', () => {
  const metadata = (label: unknown): Members => ({ metadata: { label } });
  it.each<[string, unknown, Members, number]>([
    ...['bk_obj_asst_id', ...IDS, 'metadata'].flatMap(
      (name): [string, unknown, Members, number][] => [
        [name, 'absent', { [name]: undefined }, MISSING],
        [name, 'null', { [name]: null }, MISSING],
      ],
    ),
    ['bk_obj_asst_id', 'empty', { bk_obj_asst_id: '' }, 1199011],
    ['metadata.label', 'absent', { metadata: {} }, MISSING],
    ['metadata.label', 'null', metadata(null), MISSING],
    ['metadata.label.bk_biz_id', 'absent', metadata({}), MISSING],
    ['metadata.label.bk_biz_id', 'null', metadata({ bk_biz_id: null }), MISSING],
    ['metadata.label.bk_biz_id', 'empty', metadata({ bk_biz_id: '' }), 1199011],
  ])('%s %s is refused by name', async (name, _, change, code) => {
    await refused(change, code, name);
  });
});

describe('a member of the wrong type', () => {
  const decimal = (text: string): LosslessNumber => new LosslessNumber(text);
  const objects = [7n, true, 'x', [], ['x'], decimal('1.5')];
  it.each<[string, unknown, Members]>([
    ...[7n, true, ['bk_switch_default_bk_router'], { a: 'b' }, decimal('1.5')].map(
      (value): [string, unknown, Members] => ['bk_obj_asst_id', value, { bk_obj_asst_id: value }],
    ),
    ...IDS.flatMap((name) =>
      [
        '9007199254740993',
        '',
        true,
        [SOURCE],
        {},
        decimal('11.5'),
        decimal('11.0'),
        decimal('1e1'),
        decimal('1e300'),
        9223372036854775808n,
        -9223372036854775809n,
        decimal('9'.repeat(400)),
      ].map((value): [string, unknown, Members] => [name, value, { [name]: value }]),
    ),
    ...objects.map((value): [string, unknown, Members] => ['metadata', value, { metadata: value }]),
    ...objects.map((value): [string, unknown, Members] => [
      'metadata.label',
      value,
      { metadata: { label: value } },
    ]),
    ...[2n, false, ['2'], { '2': '2' }].map((value): [string, unknown, Members] => [
      'metadata.label.bk_biz_id',
      value,
      { metadata: { label: { bk_biz_id: value } } },
    ]),
    ['metadata.label.team', 1n, { metadata: { label: { bk_biz_id: '2', team: 1n } } }],
  ])('%s: %o is refused by name', async (name, _, change) => {
    await refused(change, INVALID, name);
  });
});

describe('what the store forbids', () => {
  it.each<[string, Members, number, string]>([
    [
      'an unknown association',
      { bk_obj_asst_id: 'bk_x_default_bk_y' },
      1101046,
      'object association',
    ],
    ['other case', { bk_obj_asst_id: 'BK_switch_default_bk_router' }, 1101046, 'does not exist'],
    ['a missing source', { bk_inst_id: 5n }, 1101073, 'the association inst is not exist'],
    ['a rounded source', { bk_inst_id: SOURCE - 1n }, 1101073, 'not exist'],
    ['a negative source', { bk_inst_id: -1n }, 1101073, 'not exist'],
    ['the largest int64', { bk_inst_id: 9223372036854775807n }, 1101073, 'not exist'],
    ['a missing target', { bk_asst_inst_id: 5n }, 1101074, 'the  inst to asst  is not exist'],
    ['both missing', { bk_inst_id: 5n, bk_asst_inst_id: 5n }, 1101073, 'not exist'],
    ['sides swapped', { bk_inst_id: TARGET, bk_asst_inst_id: SOURCE }, 1101073, 'not exist'],
    [
      'the same pair',
      { bk_inst_id: 101n, bk_asst_inst_id: 201n },
      1199014,
      '[association] duplicated',
    ],
    ['1:n, target again', on('bk_switch_connect_host', 102n, 401n), 1101061, 'relationship is 1:n'],
    ['1:n, the same pair', on('bk_switch_connect_host', 101n, 401n), 1101061, '1:n'],
    ['1:n, missing source', on('bk_switch_connect_host', 5n, 401n), 1101061, '1:n'],
    ['1:1, source again', on('bk_switch_run_bk_firewall', 101n, 302n), 1101052, '1:1 association'],
    ['1:1, target again', on('bk_switch_run_bk_firewall', 102n, 301n), 1101052, '1:1'],
  ])('%s', async (_, change, code, words) => {
    await refused(change, code, words);
  });

  it.each([
    ['1:n, a second target', on('bk_switch_connect_host', 101n, 402n)],
    ['1:1, both free', on('bk_switch_run_bk_firewall', 102n, 302n)],
    ['n:n, each side again', on('bk_switch_default_bk_router', 101n, 202n)],
    ['the same pair under another association', on('bk_switch_group_bk_router', 101n, 201n)],
  ])('allows %s', async (_, change) => {
    const { body } = await cmdb.send(ADD, { ...cmdb.valid, ...change });
    await remove(idOf(body));
  });
});

function on(association: string, source: bigint, target: bigint): Members {
  return { bk_obj_asst_id: association, bk_inst_id: source, bk_asst_inst_id: target };
}
