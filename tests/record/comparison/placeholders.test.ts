import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { placeholdersOf } from '../../../src/record/comparison/placeholders.js';
import { requestIdForm } from '../../../src/record/comparison/request-id-form.js';
import { aMixedRecord } from '../../report/a-record.js';

const RECORD = aMixedRecord();
const SENT =
  '{"bk_app_code":"no-such-app","bk_token":"x<","bk_inst_id":73,"metadata":{"label":{"bk_biz_id":"51"}}}';

function masked(text: string): string {
  return placeholdersOf(RECORD, ESB.envelope, []).mask(text, SENT);
}

describe('a text of an answer', () => {
  it.each([
    ['instance 73 is not there', 'instance <bk_inst_id> is not there'],
    ['business 51, int64, code 1199006', 'business <bk_biz_id>, int64, code 1199006'],
    ['App(no-such-app) not exists, no-such-apps', 'App(<bk_app_code>) not exists, no-such-apps'],
    ['x< is short', 'x< is short'],
    ['app esb_test, esb_tests', 'app <BK_APP_CODE>, esb_tests'],
    ['9007199254740993 is', '<CMDB_INST_ID> is'],
    ['4711 is', '<CMDB_INST_ID> is'],
    ['association 1041', 'association <association-id>'],
    ['cmdb-conformance-0123456789ab-1', 'cmdb-conformance-<run-id>-1'],
    ['at http://127.0.0.1:34567/x', 'at http://<CMDB_BASE_URL>/x'],
    ['id e43da4ef221746868dc4c837d36f3807.', 'id <request-id>.'],
    ['id E43DA4EF-2217-4686-8DC4-C837D36F3807', 'id <request-id>'],
    ['at 2026-03-04 05:06:07', 'at <time>'],
    ['Wed, 04 Mar 2026 05:06:07 GMT', '<time>'],
    ['limit 500 of 12', 'limit 500 of 12'],
    ['deadbeefdeadbeefdeadbeef is a word', 'deadbeefdeadbeefdeadbeef is a word'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('names the member that it speaks of, of those that were sent the same number', () => {
    const { mask } = placeholdersOf(RECORD, ESB.envelope, []);
    const sent = '{"bk_app_code":1,"bk_inst_id":73,"metadata":{"label":{"bk_biz_id":"1"}}}';
    expect(mask('Invalid APP Code [bk_app_code=1]', sent)).toContain('<bk_app_code>');
    expect(mask('no bk_biz_id 1', sent)).toBe('no bk_biz_id <bk_biz_id>');
  });

  it('has the name of the variable that what the suite chose stands in for', () => {
    const [first, ...others] = RECORD.endpoints;
    const standIns = { bk_switch_connect_bk_router: 'CMDB_OBJ_ASST_ID' };
    const endpoints = first === undefined ? [] : [{ ...first, standIns }, ...others];
    const { mask, maskSent } = placeholdersOf({ ...RECORD, endpoints }, ESB.envelope, []);
    const sent = '{"bk_obj_asst_id":"bk_switch_connect_bk_router"}';
    expect(maskSent(sent)).toBe('{"bk_obj_asst_id":"<CMDB_OBJ_ASST_ID>"}');
    expect(mask('bk_switch_connect_bk_router is', sent)).toBe('<CMDB_OBJ_ASST_ID> is');
  });

  it('is compared as far as its beginning, and in no time', () => {
    const begun = masked('a1-'.repeat(2_000_000));
    expect(begun).toHaveLength(4000);
  });

  it('has what rules of the user name, counted', () => {
    const rules = placeholdersOf(RECORD, ESB.envelope, [{ name: 'trace', pattern: /t=\w+|/g }]);
    expect(rules.mask('a t=5 b t=6', '')).toBe('a <trace> b <trace>');
    expect(rules.times.get('trace')).toBe(2);
  });
});

describe('the form of a request id', () => {
  it.each([
    ['', 'empty'],
    ['e43da4ef221746868dc4c837d36f3807', '32 hex'],
    ['e43da4ef-2217-4686-8dc4-c837d36f3807', 'uuid'],
    ['E43DA4EF-2217-4686-8DC4-C837D36F3807', 'UUID'],
    ['12', 'digits'],
    ['12345678', '8 hex'],
    ['cc-17-9', 'x-x-x'],
    ['cc:4bf92f3577b34da6', 'x:x'],
    ['aB3/x+Z=', 'x'],
  ])('%s: %s', (id, form) => {
    expect(requestIdForm(id)).toBe(form);
  });
});
