import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOT_EXEMPT_APP } from '../../src/embedded/seed.js';
import { ADD, idOf, startSubject } from './client.js';
import type { Members, Subject } from './client.js';

let cmdb: Subject;
let before: string;
beforeAll(async () => {
  cmdb = await startSubject();
  before = cmdb.snapshot();
});
afterAll(() => cmdb.close());

const NO_SECRET =
  'Signature [bk_signature] and APP Secret [bk_app_secret] cannot be empty at the same time';
const NO_CODE = 'APP Code [bk_app_code] cannot be empty';
const WRONG_SECRET = 'APP Secret verification failed, pelase confirm';
const NO_USER =
  'User authentication failed, please provide a valid user identity, such as bk_token, bk_username';
const BAD_TOKEN = 'User authentication failed, please check if the bk_token is valid';
const COMPONENT = 'Component error, please contact the component developer to handle it.';
const NONE = undefined;

type Change = (settings: Subject['settings']) => Members;

describe('refused, and nothing created', () => {
  const cases: [string, Change, string][] = [
    ...[NONE, null, '', 0n, false].flatMap((value): [string, Change, string][] => [
      [`bk_app_secret ${String(value)}`, () => ({ bk_app_secret: value }), NO_SECRET],
      [`bk_app_code ${String(value)}`, () => ({ bk_app_code: value }), NO_CODE],
      [`bk_username ${String(value)}`, () => ({ bk_username: value }), NO_USER],
      [`both ${String(value)}`, () => ({ bk_username: value, bk_token: value }), NO_USER],
    ]),
    ['no common argument', () => ({ bk_app_code: NONE, bk_app_secret: NONE }), NO_SECRET],
    ['unknown app', () => ({ bk_app_code: 'nope' }), 'Invalid APP Code [bk_app_code=nope], please'],
    ['app as number', () => ({ bk_app_code: 7n }), 'Invalid APP Code [bk_app_code=7]'],
    ['app in array', (s) => ({ bk_app_code: [s['BK_APP_CODE']] }), COMPONENT],
    ['wrong secret', () => ({ bk_app_secret: 'x' }), WRONG_SECRET],
    [
      'secret, other case',
      (s) => ({ bk_app_secret: s['BK_APP_SECRET']?.toUpperCase() }),
      WRONG_SECRET,
    ],
    ['secret, prefix', (s) => ({ bk_app_secret: s['BK_APP_SECRET']?.slice(0, -1) }), WRONG_SECRET],
    ['secret, more', (s) => ({ bk_app_secret: `${s['BK_APP_SECRET'] ?? ''} ` }), WRONG_SECRET],
    ['secret in array', (s) => ({ bk_app_secret: [s['BK_APP_SECRET']] }), WRONG_SECRET],
    ['secret as number', () => ({ bk_app_secret: 7n }), WRONG_SECRET],
    ['secret of another', (s) => ({ bk_app_secret: s['CMDB_OTHER_APP_SECRET'] }), WRONG_SECRET],
    ['wrong secret, no user', () => ({ bk_app_secret: 'x', bk_username: NONE }), WRONG_SECRET],
    ['wrong token', () => ({ bk_token: 'x', bk_username: NONE }), BAD_TOKEN],
    ['wrong token, good user', () => ({ bk_token: 'x' }), BAD_TOKEN],
    [
      'token of spaces',
      () => ({ bk_token: '  ' }),
      'login token [bk_token] This field is required.',
    ],
    ['token as number', () => ({ bk_token: 7n, bk_username: NONE }), BAD_TOKEN],
    ['token in array', (s) => ({ bk_token: [s['BK_TOKEN']] }), COMPONENT],
    [
      'user of an app that is not exempt',
      () => ({ bk_app_code: NOT_EXEMPT_APP.code, bk_app_secret: NOT_EXEMPT_APP.secret }),
      NO_USER,
    ],
    [
      'bad credentials before bad parameters',
      () => ({ bk_app_secret: 'x', metadata: NONE }),
      WRONG_SECRET,
    ],
  ];
  it.each(cases)('%s', async (_, change, message) => {
    const { body, status } = await cmdb.send(ADD, { ...cmdb.valid, ...change(cmdb.settings) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: false, code: 1306000n, data: null, permission: null });
    expect(body['message']).toContain(message);
    expect(body['request_id']).toMatch(/^[0-9a-f]{32}$/);
    expect(cmdb.snapshot()).toBe(before);
  });

  it.each([[7n], [true], [['admin']], [{ a: 'admin' }]])('bk_username as %o', async (value) => {
    const { body } = await cmdb.send(ADD, { ...cmdb.valid, bk_username: value });
    expect(body).toMatchObject({ result: false, code: 1306201n, data: null });
    expect(cmdb.snapshot()).toBe(before);
  });
});

describe('accepted', () => {
  it.each<[string, Change]>([
    ['by user name', () => ({})],
    ['by token', (s) => ({ bk_username: NONE, bk_token: s['BK_TOKEN'] })],
    ['by both', (s) => ({ bk_token: s['BK_TOKEN'] })],
    ['by token beside another user', (s) => ({ bk_username: 'zoe', bk_token: s['BK_TOKEN'] })],
    ['with an empty token', () => ({ bk_token: '' })],
    [
      'an app that is not exempt, by token',
      (s) => ({
        bk_app_code: NOT_EXEMPT_APP.code,
        bk_app_secret: NOT_EXEMPT_APP.secret,
        bk_token: s['BK_TOKEN'],
      }),
    ],
    [
      'another registered app',
      (s) => ({ bk_app_code: s['CMDB_OTHER_APP_CODE'], bk_app_secret: s['CMDB_OTHER_APP_SECRET'] }),
    ],
  ])('%s', async (_, change) => {
    const { body } = await cmdb.send(ADD, { ...cmdb.valid, ...change(cmdb.settings) });
    const id = idOf(body);
    await cmdb.call('delete_instance_association', { bk_obj_id: 'bk_switch', id });
    expect(cmdb.snapshot()).toBe(before);
  });
});
