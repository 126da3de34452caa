import { describe, expect, it } from 'vitest';
import { couldBeOurs, keyOf, placesOf } from '../../src/suite/places.js';
import type { Slot } from '../../src/suite/state.js';
import type { JsonObject, JsonValue } from '../../src/json/json-value.js';
import { ExactNumber } from '../../src/json/json-value.js';

const MAX = 9223372036854775807n;
const MIN = -9223372036854775808n;
const fixture: Slot = { source: 11n, target: 22n, made: false };
const made: Slot = { ...fixture, made: true };

function keys(sent: JsonObject, slot: Slot = fixture): string[] {
  return placesOf(sent, slot).map(keyOf);
}

/** Where a request with this source could have been stored, on the side of the source. */
function sources(value: JsonValue): bigint[] {
  return placesOf({ bk_inst_id: value, bk_asst_inst_id: 22n }, fixture).map(
    ({ source }) => source ?? -1n,
  );
}

describe('keyOf', () => {
  it('is the same for the same place only', () => {
    expect(keyOf({ source: 1n, target: 2n })).toBe('1→2');
    expect(keyOf({ source: 1n })).toBe('1→*');
    expect(keyOf({ target: 2n })).toBe('*→2');
    expect(keyOf({})).toBe('*→*');
    expect(keyOf({ source: 0n, target: 0n })).toBe('0→0');
  });
});

describe('placesOf', () => {
  it('is the pair where both sides were sent rightly', () => {
    const sent = { bk_inst_id: 11n, bk_asst_inst_id: 22n };
    expect(keys(sent)).toEqual(['11→22']);
    expect(keys(sent, made)).toEqual(['11→22']);
  });

  it('is the pair and 0 where a side is missing', () => {
    expect(keys({ bk_asst_inst_id: 22n })).toEqual(['11→22', '0→22']);
    expect(keys({ bk_inst_id: 11n })).toEqual(['11→22', '11→0']);
    expect(keys({})).toEqual(['11→22', '11→0', '0→22', '0→0']);
  });

  it('is everything on the side that was sent rightly, where the suite made the instances', () => {
    expect(keys({ bk_asst_inst_id: 22n }, made)).toEqual(['*→22']);
    expect(keys({ bk_inst_id: 11n, bk_asst_inst_id: '22' }, made)).toEqual(['11→*']);
    expect(keys({}, made)).toEqual(['11→22', '11→0', '0→22', '0→0']);
  });

  it.each<[string, JsonValue, readonly bigint[]]>([
    ['null', null, []],
    ['true', true, [1n]],
    ['false', false, []],
    ['another id', 12n, [12n]],
    ['text of digits', '12', [12n]],
    ['negative text', '-12', [-12n]],
    ['text that is no number', 'x12', []],
    ['text with more behind', '12x', []],
    ['empty text', '', []],
    ['text of 19 digits', '9223372036854775807', [MAX]],
    ['text above int64', '9223372036854775808', []],
    ['text of 20 digits', '92233720368547758070', []],
    ['a fraction', new ExactNumber('12.5'), [12n, 13n]],
    ['a negative fraction', new ExactNumber('-12.5'), [-13n, -12n]],
    ['a number beyond doubles of int64', new ExactNumber('1e300'), [MAX]],
    ['a number beyond doubles', new ExactNumber('1e999'), [MAX]],
    ['just above int64', MAX + 1n, [MIN, MAX]],
    ['just below int64', MIN - 1n, [MAX, MIN]],
    ['wrapped around', 11n + 2n ** 64n, [MAX]],
    ['the largest', MAX, [MAX]],
    ['the smallest', MIN, [MIN]],
    ['an array', [12n], [12n]],
    ['an array of two', [12n, 13n], [12n]],
    ['an empty array', [], []],
    ['an array in an array', [['12']], [12n]],
    ['an object', { value: 12n }, [12n]],
    ['an object of two', { a: 12n, b: 13n }, [12n]],
    ['an empty object', {}, []],
  ])('of %s is what it can be coerced to', (_name, value, coerced) => {
    expect(sources(value)).toEqual([11n, 0n, ...coerced]);
  });

  it('is each side once', () => {
    expect(sources('11')).toEqual([11n, 0n]);
    expect(sources([0n])).toEqual([11n, 0n]);
  });

  it('is coerced on the side of the target too', () => {
    expect(keys({ bk_inst_id: 11n, bk_asst_inst_id: 23n })).toEqual(['11→22', '11→0', '11→23']);
  });
});

describe('couldBeOurs', () => {
  const big = 9007199254740993n;
  const rounded = 9007199254740992n;
  const bigSlot: Slot = { source: big, target: 22n, made: false };
  const ours = (source: bigint, target: bigint, slot: Slot = fixture) =>
    couldBeOurs({ source, target }, slot);

  it('is the pair, in either direction', () => {
    expect(ours(11n, 22n)).toBe(true);
    expect(ours(22n, 11n)).toBe(true);
    expect(ours(11n, 11n)).toBe(true);
  });

  it('is no row of one side and another instance, unless the suite made it', () => {
    for (const [source, target] of [
      [11n, 23n],
      [12n, 22n],
      [23n, 11n],
      [22n, 12n],
    ] as const) {
      expect(ours(source, target)).toBe(false);
      expect(ours(source, target, made)).toBe(true);
    }
    expect(ours(12n, 23n, made)).toBe(false);
  });

  it('is a row with 0 on one side, not on both', () => {
    expect(ours(0n, 22n)).toBe(true);
    expect(ours(11n, 0n)).toBe(true);
    expect(ours(0n, 0n)).toBe(false);
    expect(ours(0n, 0n, made)).toBe(false);
    expect(ours(0n, 23n)).toBe(false);
  });

  it('is a row of ids rounded as doubles', () => {
    expect(ours(rounded, 22n, bigSlot)).toBe(true);
    expect(ours(big + 2n, 22n, bigSlot)).toBe(false);
  });
});
