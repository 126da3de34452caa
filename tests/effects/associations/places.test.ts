import { describe, expect, it } from 'vitest';
import {
  bothWays,
  claim,
  isAt,
  mayBeAt,
  mayRemove,
  standsAt,
} from '../../../src/effects/associations/places.js';
import type { Place } from '../../../src/effects/slot.js';
import { ExactNumber } from '../../../src/json/json-value.js';
import type { JsonObject, JsonValue } from '../../../src/json/json-value.js';
import { pair, row } from './a-fixture.js';

const MAX = 9223372036854775807n;
const MIN = -9223372036854775808n;
const BIG = 9007199254740993n;
const ROUNDED = 9007199254740992n;
const fixture = pair(11n, 22n);
const made = pair(11n, 22n, true);

/** A place in short: `11→*`, for example. */
function inShort({ bk_inst_id: source, bk_asst_inst_id: target }: Place): string {
  return `${String(source ?? '*')}→${String(target ?? '*')}`;
}

function at(source: bigint | undefined, target: bigint | undefined): Place {
  return {
    ...(source === undefined ? {} : { bk_inst_id: source }),
    ...(target === undefined ? {} : { bk_asst_inst_id: target }),
  };
}

describe('standsAt', () => {
  it('is the pair, or everything on an instance of the suite’s own', () => {
    expect(inShort(standsAt(fixture))).toBe('11→22');
    expect(inShort(standsAt(made))).toBe('11→*');
  });
});

describe('mayBeAt', () => {
  const places = (sent: JsonObject, slot = fixture) => mayBeAt(sent, slot).map(inShort);
  /** Where a request with this source could have been stored, on the side of the source. */
  const sources = (value: JsonValue) =>
    mayBeAt({ bk_inst_id: value, bk_asst_inst_id: 22n }, fixture).map(
      (place) => place['bk_inst_id'],
    );

  it('is the pair where both sides were sent rightly', () => {
    const sent = { bk_inst_id: 11n, bk_asst_inst_id: 22n };
    expect(places(sent)).toEqual(['11→22']);
    expect(places(sent, made)).toEqual(['11→22']);
  });

  it('is the pair and 0 where a side is missing', () => {
    expect(places({ bk_asst_inst_id: 22n })).toEqual(['11→22', '0→22']);
    expect(places({ bk_inst_id: 11n })).toEqual(['11→22', '11→0']);
    expect(places({})).toEqual(['11→22', '11→0', '0→22', '0→0']);
  });

  it('is everything on the side that was sent rightly, where the suite made the instances', () => {
    expect(places({ bk_asst_inst_id: 22n }, made)).toEqual(['*→22']);
    expect(places({ bk_inst_id: 11n, bk_asst_inst_id: '22' }, made)).toEqual(['11→*']);
    expect(places({}, made)).toEqual(['11→22', '11→0', '0→22', '0→0']);
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
  ])('of %s is what it can be coerced to', (_, value, coerced) => {
    expect(sources(value)).toEqual([11n, 0n, ...coerced]);
  });

  it('is each side once', () => {
    expect(sources('11')).toEqual([11n, 0n]);
    expect(sources([0n])).toEqual([11n, 0n]);
  });

  it('is coerced on the side of the target too', () => {
    expect(places({ bk_inst_id: 11n, bk_asst_inst_id: 23n })).toEqual(['11→22', '11→0', '11→23']);
  });
});

describe('bothWays', () => {
  it('is a place and the same turned round', () => {
    const turned = (place: Place) => bothWays(place).map(inShort);
    expect(turned(at(11n, 22n))).toEqual(['11→22', '22→11']);
    expect(turned(at(11n, undefined))).toEqual(['11→*', '*→11']);
    expect(turned(at(undefined, 22n))).toEqual(['*→22', '22→*']);
    expect(turned(at(11n, 11n))).toEqual(['11→11']);
    expect(turned(at(undefined, undefined))).toEqual(['*→*']);
  });
});

describe('isAt', () => {
  it('is true in either direction, whatever the association', () => {
    expect(isAt(row(11n, 22n), at(11n, 22n))).toBe(true);
    expect(isAt(row(22n, 11n, 'b'), at(11n, 22n))).toBe(true);
    for (const [source, target] of [
      [11n, 23n],
      [12n, 22n],
      [11n, 11n],
      [22n, 22n],
      [23n, 11n],
    ] as const) {
      expect(isAt(row(source, target), at(11n, 22n))).toBe(false);
    }
  });

  it('takes anything on a side that is not named', () => {
    expect(isAt(row(11n, 5n), at(11n, undefined))).toBe(true);
    expect(isAt(row(5n, 11n), at(11n, undefined))).toBe(true);
    expect(isAt(row(5n, 6n), at(11n, undefined))).toBe(false);
    expect(isAt(row(5n, 22n), at(undefined, 22n))).toBe(true);
  });

  it('takes an id that is rounded as a double rounds it', () => {
    expect(isAt(row(ROUNDED, 22n), at(BIG, 22n))).toBe(true);
    expect(isAt(row(22n, ROUNDED), at(BIG, 22n))).toBe(true);
    expect(isAt(row(BIG, 22n), at(ROUNDED, 22n))).toBe(false);
  });
});

describe('claim', () => {
  const sent = { bk_obj_asst_id: 'a', bk_inst_id: 11n, bk_asst_inst_id: 22n };

  it('is the suite’s for every row on instances that it made', () => {
    for (const one of [row(11n, 22n), row(5n, 6n, 'b')])
      expect(claim(one, made, sent)).toBe('ours');
  });

  it('is the suite’s between the user’s instances, under an association that was sent', () => {
    expect(claim(row(11n, 22n), fixture, sent)).toBe('ours');
    expect(claim(row(22n, 11n), fixture, sent)).toBe('ours');
    expect(claim(row(11n, 22n, 'b'), fixture, sent)).toBe('foreign');
    expect(claim(row(11n, 22n, 'b'), fixture, { ...sent, bk_obj_asst_id: 'b' })).toBe('ours');
    expect(claim(row(11n, 22n), fixture, { ...sent, bk_obj_asst_id: 'b' })).toBe('ours');
  });

  it('is the suite’s under an empty association where none was sent', () => {
    expect(claim(row(11n, 22n, ''), fixture, { bk_inst_id: 11n })).toBe('ours');
    expect(claim(row(11n, 22n, ''), fixture, { bk_obj_asst_id: null })).toBe('ours');
    expect(claim(row(11n, 22n, ''), fixture, { bk_obj_asst_id: 5n })).toBe('foreign');
    expect(claim(row(11n, 22n, ''), fixture, sent)).toBe('foreign');
  });

  it('is anybody’s beside them', () => {
    for (const one of [row(11n, 23n), row(12n, 22n), row(11n, 11n), row(0n, 22n)]) {
      expect(claim(one, fixture, sent)).toBe('beside');
    }
  });
});

describe('mayRemove', () => {
  const removable = (source: bigint, target: bigint, slot = fixture, sent?: JsonObject) =>
    mayRemove(row(source, target), slot, sent);

  it('is true of the pair, in either direction', () => {
    expect(removable(11n, 22n)).toBe(true);
    expect(removable(22n, 11n)).toBe(true);
    expect(removable(11n, 11n)).toBe(true);
  });

  it('is false of one side and another instance, unless the suite made it', () => {
    for (const [source, target] of [
      [11n, 23n],
      [12n, 22n],
      [23n, 11n],
      [22n, 12n],
    ] as const) {
      expect(removable(source, target)).toBe(false);
      expect(removable(source, target, made)).toBe(true);
    }
    expect(removable(12n, 23n, made)).toBe(false);
  });

  it('is true with 0 on one side, not on both', () => {
    expect(removable(0n, 22n)).toBe(true);
    expect(removable(11n, 0n)).toBe(true);
    expect(removable(0n, 0n)).toBe(false);
    expect(removable(0n, 0n, made)).toBe(false);
    expect(removable(0n, 23n)).toBe(false);
  });

  it('is true of ids rounded as doubles', () => {
    expect(removable(ROUNDED, 22n, pair(BIG, 22n))).toBe(true);
    expect(removable(BIG + 2n, 22n, pair(BIG, 22n))).toBe(false);
  });

  it('is true of what was sent, and of what that can be coerced to', () => {
    const sent = { bk_inst_id: '5', bk_asst_inst_id: 22n };
    expect(removable(5n, 22n, fixture, sent)).toBe(true);
    expect(removable(5n, 22n)).toBe(false);
    expect(removable(5n, 23n, fixture, sent)).toBe(false);
    expect(removable(22n, 5n, fixture, sent)).toBe(false);
    // Where nothing was sent for either side, the row may lie between nothing and nothing.
    expect(removable(0n, 0n, fixture, {})).toBe(true);
  });
});
