import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADD, idOf, startSubject } from './client.js';
import type { Subject } from './client.js';

let cmdb: Subject;
let before: string;
beforeAll(async () => {
  cmdb = await startSubject();
  before = cmdb.snapshot();
});
afterAll(() => cmdb.close());

const MALFORMED = 'Request JSON string is wrong in format, which cannot be analyzed.';
const NO_SECRET = 'Signature [bk_signature] and APP Secret [bk_app_secret] cannot be empty';
const NOT_FOUND = 'The content does not exist';

function expectRefusal(body: Readonly<Record<string, unknown>>, code: bigint, words: string): void {
  expect(Object.keys(body)).toEqual([
    'result',
    'code',
    'message',
    'data',
    'permission',
    'request_id',
  ]);
  expect(body).toMatchObject({ result: false, code, data: null, permission: null });
  expect(body['message']).toContain(words);
  expect(cmdb.snapshot()).toBe(before);
}

describe('bodies', () => {
  it.each([
    ['truncated', '{"bk_app_code": "x"', MALFORMED],
    ['trailing comma', '{"bk_app_code": "x",}', MALFORMED],
    ['trailing bytes', '{} x', MALFORMED],
    ['nested deeply', '{"a":'.repeat(200_000), MALFORMED],
    ['an array', '[]', NO_SECRET],
    ['null', 'null', NO_SECRET],
    ['empty', '', NO_SECRET],
    ['a byte order mark', '\uFEFF{}', NO_SECRET],
    ['an empty object', '{}', NO_SECRET],
    ['a form called JSON', 'bk_app_secret=x', NO_SECRET],
  ])('%s', async (_, body, words) => {
    const answer = await cmdb.send(ADD, body, { headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(200);
    expectRefusal(answer.body, 1306000n, words);
  });

  it('that are no UTF-8', async () => {
    const response = await fetch(cmdb.baseUrl + ADD, {
      method: 'POST',
      body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    });
    expect(await response.text()).toContain(MALFORMED);
  });

  it('over the limit', async () => {
    const answer = await cmdb.send(ADD, `{"a":"${'x'.repeat(3_000_000)}"}`);
    expect(answer.status).toBe(400);
    expectRefusal(answer.body, 1306406n, 'too large');
  });

  it('whose content type is another one are read all the same', async () => {
    const headers = { 'content-type': 'text/plain' };
    const { body } = await cmdb.send(ADD, cmdb.valid, { headers });
    await cmdb.call('delete_instance_association', { bk_obj_id: 'bk_switch', id: idOf(body) });
  });

  it('that are forms carry strings, so ids are refused', async () => {
    const form = new URLSearchParams({
      bk_app_code: cmdb.settings['BK_APP_CODE'] ?? '',
      bk_app_secret: cmdb.settings['BK_APP_SECRET'] ?? '',
      bk_username: 'admin',
      bk_obj_asst_id: 'bk_switch_default_bk_router',
      bk_inst_id: '9007199254740993',
    }).toString();
    const posted = await cmdb.send(ADD, form, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expectRefusal(posted.body, 1199006n, 'bk_inst_id');
    const got = await cmdb.send(`${ADD}?${form}`, '', { method: 'GET' });
    expectRefusal(got.body, 1199006n, 'bk_inst_id');
  });
});

describe('paths and methods', () => {
  it.each([
    ['an unknown component', 'POST', '/api/c/compapi/v2/cc/add_instance/'],
    ['upper case', 'POST', ADD.toUpperCase()],
    ['an inner double slash', 'POST', ADD.replace('/cc/', '/cc//')],
    ['the root', 'POST', '/'],
    ['PUT', 'PUT', ADD],
    ['DELETE', 'DELETE', ADD],
  ])('%s is not found', async (_, method, path) => {
    const answer = await cmdb.send(path, cmdb.valid, { method });
    expect(answer.status).toBe(404);
    expectRefusal(answer.body, 1306404n, NOT_FOUND);
  });

  it('HEAD has no body', async () => {
    const response = await fetch(cmdb.baseUrl + ADD, { method: 'HEAD' });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it.each([
    ['no trailing slash', ADD.slice(0, -1)],
    ['many', `/${ADD}//`],
    ['percent-encoded', ADD.replace('_', '%5F')],
    ['a query, which is ignored', `${ADD}?bk_app_secret=x`],
  ])('%s is the same component', async (_, path) => {
    const { body } = await cmdb.send(path, cmdb.valid);
    await cmdb.call('delete_instance_association', { bk_obj_id: 'bk_switch', id: idOf(body) });
  });

  it('a malformed percent-encoding is not found', async () => {
    expect((await cmdb.send('/%E0%A4%A', cmdb.valid)).status).toBe(404);
  });
});
