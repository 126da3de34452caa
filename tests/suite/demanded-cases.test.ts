import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/load-contract.js';
import { ALL_CASES } from '../../src/cases/all-cases.js';
import { runAll } from './a-run.js';

const { lackingCases } = await loadContract();

/** All cases but one. */
function without(id: string) {
  const rest = ALL_CASES.filter((entry) => entry.id !== id);
  expect(rest).toHaveLength(ALL_CASES.length - 1);
  return rest;
}

describe('a case list', () => {
  it('has all that the contract demands', () => {
    expect(lackingCases(ALL_CASES)).toEqual([]);
  });

  it.each([
    'missing-field.metadata.label.bk_biz_id.null',
    'missing-field.bk_obj_asst_id.empty',
    'wrong-type.bk_asst_inst_id.just above int64',
    'wrong-type.metadata.label.in an array',
    'wrong-type.bk_username.as number',
    'bad-auth.bk_app_secret.null',
  ])('without %s is too short', (id) => {
    expect(lackingCases(without(id))).toEqual([id]);
  });

  it('that refuses a member or a credential less than eight times is too short', () => {
    const fewer = ALL_CASES.filter(({ id }) => !/round [3-7]$/.test(id));
    expect(lackingCases(fewer)).toEqual([
      'request.bk_obj_asst_id.required',
      'request.bk_inst_id.required',
      'request.bk_asst_inst_id.required',
      'request.metadata.required',
      'request.metadata.label.required',
      'request.metadata.label.bk_biz_id.required',
      'auth.bk_app_code.required',
      'auth.bk_app_secret.required',
    ]);
  });

  it('that is too short makes a full run incomplete', async () => {
    const id = 'wrong-type.bk_inst_id.a fraction';
    const record = await runAll({}, { cases: without(id) });
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3 });
    expect(record.partial?.reason).toContain(`1 missing (${id})`);
    expect(record.partial?.reasonZh).toContain(id);
  });
});
