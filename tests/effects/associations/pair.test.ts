import { describe, expect, it } from 'vitest';
import { pairOf, sideOf, slotOf } from '../../../src/effects/associations/pair.js';

const pair = { bk_obj_asst_id: 'a', bk_inst_id: 9007199254740993n, bk_asst_inst_id: 22n };

describe('a pair', () => {
  it('is what a slot asks for, and is read from it again', () => {
    expect(slotOf(pair, true)).toEqual({ asks: pair, made: true });
    expect(slotOf(pair, false).made).toBe(false);
    expect(pairOf(slotOf(pair, false))).toEqual(pair);
  });

  it('has nothing where a slot asks for nothing', () => {
    expect(pairOf({ asks: {}, made: false })).toEqual({
      bk_obj_asst_id: '',
      bk_inst_id: 0n,
      bk_asst_inst_id: 0n,
    });
  });

  it('has a side where it is named, as an integer', () => {
    expect(sideOf(pair, 'bk_inst_id')).toBe(9007199254740993n);
    expect(sideOf(pair, 'bk_asst_inst_id')).toBe(22n);
    expect(sideOf({}, 'bk_inst_id')).toBeUndefined();
    expect(sideOf({ bk_inst_id: '11' }, 'bk_inst_id')).toBeUndefined();
  });
});
