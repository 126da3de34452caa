import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { loadContract } from '../../../src/cli/document/load-contract.js';
import { fixtureOf, kindOf } from '../../../src/effects/associations/fixture.js';
import { request } from '../../../src/effects/associations/request.js';
import { compileSchemas } from '../../../src/engine/schemas.js';
import { credentialMembers } from '../../../src/engine/case/valid-request.js';
import { anOutline } from '../../cases/a-subject.js';
import { writeJson } from '../../../src/json/write-json.js';
import { FIXTURE, pair } from './a-fixture.js';

const contract = await loadContract();
const { requestProblem } = compileSchemas(contract);
const outline = contract.outlines.get('add_instance_association') ?? anOutline();
const credentials = { appCode: 'the_app', appSecret: 'secret', username: 'admin', token: 'token' };
const own = request(FIXTURE, pair(9223372036854775807n, 9007199254740993n));

describe('a valid request', () => {
  it('has the members of the document’s sample, in its order, with exact ids', () => {
    const members = { ...credentialMembers(ESB, credentials, 'user'), ...own };
    expect(writeJson(members)).toBe(
      '{"bk_app_code":"the_app","bk_app_secret":"secret","bk_username":"admin","bk_obj_asst_id":"a","bk_inst_id":9223372036854775807,"bk_asst_inst_id":9007199254740993,"metadata":{"label":{"bk_biz_id":"2"}}}',
    );
  });

  it.each(['user', 'token', 'both'] as const)('follows the schema by %s', (identity) => {
    const members = { ...credentialMembers(ESB, credentials, identity), ...own };
    expect(requestProblem('add_instance_association', members)).toBeUndefined();
  });

  it('would not without an identity, or with an id as text', () => {
    const members = { ...credentialMembers(ESB, credentials, 'both'), ...own };
    expect(requestProblem('add_instance_association', own)).toBeDefined();
    expect(requestProblem('add_instance_association', { ...members, bk_inst_id: '11' })).toBe(
      '/bk_inst_id must be an integer',
    );
  });
});

describe('fixtureOf', () => {
  it('is what the settings name', () => {
    const settings: Readonly<Record<string, string>> = {
      CMDB_OBJ_ASST_ID: 'a',
      CMDB_OBJ_ID: 'switch',
      CMDB_ASST_OBJ_ID: 'host',
      CMDB_INST_ID: '11',
      CMDB_ASST_INST_ID: '9007199254740993',
      CMDB_BIZ_ID: '2',
      CMDB_SUPPLIER_ACCOUNT: '0',
    };
    expect(fixtureOf((variable) => settings[variable] ?? '', outline)).toEqual({
      ...FIXTURE,
      target: 9007199254740993n,
    });
  });

  it('leaves out what is not set, but for a business, which the document has', () => {
    expect(fixtureOf(() => '', outline)).toEqual({
      association: undefined,
      sourceModel: undefined,
      targetModel: undefined,
      source: undefined,
      target: undefined,
      business: '1',
      account: '',
      takesProposed: false,
    });
  });

  it.each([
    ['given', 'a', 11n, 22n],
    ['completed', 'a', 11n, undefined],
    ['completed', 'a', undefined, 22n],
    ['made', 'a', undefined, undefined],
    ['proposed', undefined, undefined, undefined],
  ] as const)('is %s by what is set', (kind, association, source, target) => {
    expect(kindOf({ ...FIXTURE, association, source, target })).toBe(kind);
  });
});
