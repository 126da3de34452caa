import { describe, expect, it } from 'vitest';
import { ConformanceError } from '../../src/error.js';
import { loadContract } from '../../src/cli/load-contract.js';
import { change } from '../../src/cases/faults.js';
import { applyChanges, checkClaim, differences, validRequest } from '../../src/suite/request.js';
import type { Claim } from '../../src/suite/request.js';
import type { JsonObject } from '../../src/json/json-value.js';
import { writeJson } from '../../src/json/write-json.js';
import { settingsWith } from '../config/some-settings.js';

const { requestProblem } = await loadContract();
const settings = settingsWith();
const slot = { source: 9223372036854775807n, target: 9007199254740993n, made: false };
const valid = validRequest(settings, slot, 'both');

describe('validRequest', () => {
  it('has the members of the document’s sample, in its order, with exact ids', () => {
    expect(writeJson(validRequest(settings, slot, 'bk_username'))).toBe(
      '{"bk_app_code":"the_app","bk_app_secret":"3f9c1b7e-62ad-4d08-9e5f-b1c47a80d2f6","bk_username":"admin","bk_obj_asst_id":"bk_switch_default_bk_router","bk_inst_id":9223372036854775807,"bk_asst_inst_id":9007199254740993,"metadata":{"label":{"bk_biz_id":"2"}}}',
    );
  });

  it.each(['bk_username', 'bk_token', 'both'] as const)('follows the schema by %s', (identity) => {
    expect(() => {
      check(validRequest(settings, slot, identity), 'valid');
    }).not.toThrow();
  });

  it('that does not follow the schema is a fault of the suite', () => {
    const error = catchError(() => {
      check({ ...valid, bk_inst_id: '11' }, 'valid');
    });
    expect(error.code).toBe('internal');
    expect(error.message).toContain('/bk_inst_id must be an integer');
    expect(error.message).not.toContain(settings.credentials.appSecret);
  });
});

/** What a run checks before it sends anything. */
function check(body: JsonObject, claim: Claim): void {
  checkClaim(body, claim, (request) => requestProblem('add_instance_association', request));
}

function catchError(act: () => void): ConformanceError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConformanceError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('applyChanges', () => {
  it('takes a member out, at any depth, and leaves the valid request as it was', () => {
    const before = writeJson(valid);
    expect(applyChanges(valid, [change('bk_inst_id', 'absent')], undefined)).not.toHaveProperty(
      'bk_inst_id',
    );
    const bad = applyChanges(valid, [change('metadata.label.bk_biz_id', 'absent')], undefined);
    expect(bad['metadata']).toEqual({ label: {} });
    expect(applyChanges(valid, [change('metadata.label', 'null')], undefined)['metadata']).toEqual({
      label: null,
    });
    expect(writeJson(valid)).toBe(before);
  });

  it('keeps the order of the members', () => {
    const bad = applyChanges(valid, [change('bk_inst_id', 'as text')], undefined);
    expect(Object.keys(bad)).toEqual(Object.keys(valid));
    expect(bad['bk_inst_id']).toBe('9223372036854775807');
  });

  it('adds a member that was not there', () => {
    const bad = applyChanges(valid, [change('metadata.label.more', 'as number')], undefined);
    expect(bad['metadata']).toEqual({ label: { bk_biz_id: '2', more: 1n } });
  });

  it('makes the objects on the way where there are none', () => {
    const changes = [change('metadata', 'absent'), change('metadata.label', 'null')];
    expect(applyChanges(valid, changes, undefined)['metadata']).toEqual({ label: null });
  });

  it('puts another app’s secret in the place', () => {
    const changes = [change('bk_app_secret', 'of another app')];
    expect(
      applyChanges(valid, changes, { appCode: 'their_app', appSecret: 'theirs' })['bk_app_secret'],
    ).toBe('theirs');
  });

  it('takes out whichever identity there is, or puts a token in its place', () => {
    const absent = applyChanges(valid, [change('identity', 'absent')], undefined);
    expect(absent).not.toHaveProperty('bk_username');
    expect(absent).not.toHaveProperty('bk_token');
    const wrong = applyChanges(valid, [change('identity', 'wrong')], undefined);
    expect(wrong).not.toHaveProperty('bk_username');
    expect(wrong['bk_token']).toBe('cmdb-conformance-wrong-token');
  });
});

describe('differences', () => {
  it('are the paths that one has and the other has not, or has otherwise', () => {
    expect(differences(valid, valid)).toEqual([]);
    expect(differences({ a: 1n }, {})).toEqual(['a']);
    expect(differences({}, { a: 1n })).toEqual(['a']);
    expect(differences({ a: 1n }, { a: '1' })).toEqual(['a']);
    expect(differences({ a: null }, {})).toEqual(['a']);
    expect(differences({ a: { b: 1n, c: 2n } }, { a: { b: 2n, d: 2n } })).toEqual([
      'a.b',
      'a.c',
      'a.d',
    ]);
    expect(differences({ a: { b: 1n } }, { a: [1n] })).toEqual(['a']);
    expect(differences({ a: { b: {} } }, { a: { b: {} } })).toEqual([]);
    expect(differences({ a: 9007199254740993n }, { a: 9007199254740992n })).toEqual(['a']);
  });
});

describe('checkClaim', () => {
  const label = { valid, differsIn: ['metadata.label'] };
  const withNull = applyChanges(valid, [change('metadata.label', 'null')], undefined);

  it('agrees with what was claimed', () => {
    expect(() => {
      check(withNull, label);
    }).not.toThrow();
    expect(() => {
      check(withNull, { ...label, breaksSchema: true });
    }).not.toThrow();
    expect(() => {
      check({ ...valid, metadata: { label: {} } }, label);
    }).not.toThrow();
    expect(() => {
      const bad = applyChanges(valid, [change('identity', 'absent')], undefined);
      check(bad, { valid, differsIn: ['identity'], breaksSchema: true });
    }).not.toThrow();
  });

  it('finds that the valid one is none', () => {
    const error = catchError(() => {
      check(withNull, { ...label, valid: { ...valid, metadata: {} } });
    });
    expect(error.code).toBe('internal');
    expect(error.message).toContain('should be valid does not follow its schema: /metadata');
  });

  it('finds that nothing was changed', () => {
    const error = catchError(() => {
      check(valid, label);
    });
    expect(error.code).toBe('internal');
    expect(error.message).toContain('should differ in metadata.label differs in nothing');
  });

  it('finds what was changed besides', () => {
    const error = catchError(() => {
      check({ ...withNull, bk_inst_id: 1n }, label);
    });
    expect(error.code).toBe('internal');
    expect(error.message).toContain('differs in bk_inst_id, metadata.label');
  });

  it('finds that the schema allows what it should exclude', () => {
    const error = catchError(() => {
      const bad = applyChanges(valid, [change('bk_obj_asst_id', 'empty')], undefined);
      check(bad, { valid, differsIn: ['bk_obj_asst_id'], breaksSchema: true });
    });
    expect(error.code).toBe('internal');
    expect(error.message).toContain('should be wrong in bk_obj_asst_id follows its schema');
  });

  it('does not take a longer name for a member of it', () => {
    const error = catchError(() => {
      check({ ...valid, metadata: { label: { bk_biz_id: '2' }, labels: 1n } }, label);
    });
    expect(error.code).toBe('internal');
  });

  it('goes by the schema of the endpoint', () => {
    expect(requestProblem('find_instance_association', valid)).toBeDefined();
    expect(
      requestProblem('find_instance_association', { ...valid, bk_obj_id: 'host', condition: {} }),
    ).toBeUndefined();
  });
});
