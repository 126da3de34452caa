import { INT64_MAX, INT64_MIN } from '../../json/int64.js';
import { ExactNumber, isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import type { Row } from '../../judge/creation.js';
import type { Claim } from '../effect.js';
import type { Place, Slot } from '../slot.js';
import { ASSOCIATION, SOURCE, TARGET } from './members.js';
import type { Side } from './members.js';
import { pairOf, sideOf } from './pair.js';

/** Where a creation is looked for: on an instance of the suite's own, whatever is on the other side. */
export function standsAt(slot: Slot): Place {
  const { bk_inst_id, bk_asst_inst_id } = pairOf(slot);
  return slot.made ? { bk_inst_id } : { bk_inst_id, bk_asst_inst_id };
}

/**
 * Where a sloppy server could have stored a request: between the ids that were sent or what they
 * can be coerced to, 0 for a missing one included. Where the suite made the instances, everything
 * on the side that was sent rightly is looked at, whatever is on the other.
 *
 * @param sent - the request's members
 * @param slot - the pair of the valid request
 */
export function mayBeAt(sent: JsonObject, slot: Slot): Place[] {
  const { bk_inst_id, bk_asst_inst_id } = pairOf(slot);
  const sources = sidesOf(sent[SOURCE], bk_inst_id);
  const targets = sidesOf(sent[TARGET], bk_asst_inst_id);
  if (slot.made && sources.length > 1 && targets.length === 1) return [{ bk_asst_inst_id }];
  if (slot.made && targets.length > 1 && sources.length === 1) return [{ bk_inst_id }];
  return sources.flatMap((source) =>
    targets.map((target) => ({ [SOURCE]: source, [TARGET]: target })),
  );
}

/**
 * True when a row lies at a place, in either direction; a side may be rounded as a double rounds it.
 * A lookup may show more than it was asked for.
 */
export function isAt({ holds }: Row, place: Place): boolean {
  const source = sideOf(holds, SOURCE);
  const target = sideOf(holds, TARGET);
  const [from, to] = [sideOf(place, SOURCE), sideOf(place, TARGET)];
  return (
    (isSide(source, from) && isSide(target, to)) || (isSide(source, to) && isSide(target, from))
  );
}

function isSide(found: bigint | undefined, asked: bigint | undefined): boolean {
  return asked === undefined || found === asked || found === BigInt(Number(asked));
}

/** A place as it is looked at: in both directions. */
export function bothWays(place: Place): Place[] {
  const [from, to] = [sideOf(place, SOURCE), sideOf(place, TARGET)];
  const turned = {
    ...(to === undefined ? {} : { [SOURCE]: to }),
    ...(from === undefined ? {} : { [TARGET]: from }),
  };
  return from === to ? [place] : [place, turned];
}

/**
 * Whose a new row is. On instances of the suite's own every row is its own; where other people may
 * work, one between the two instances, under an association that was sent, can only come from the
 * suite, and one beside them from anybody.
 */
export function claim(row: Row, slot: Slot, sent: JsonObject): Claim {
  if (slot.made) return 'ours';
  const { bk_obj_asst_id, ...pair } = pairOf(slot);
  const named = sent[ASSOCIATION];
  const associations = [
    bk_obj_asst_id,
    ...(typeof named === 'string' ? [named] : named === undefined || named === null ? [''] : []),
  ];
  if (!associations.includes(String(row.holds[ASSOCIATION]))) return 'foreign';
  const sides = [sideOf(row.holds, SOURCE), sideOf(row.holds, TARGET)];
  const isBetween = [pair.bk_inst_id, pair.bk_asst_inst_id];
  const same = (a: readonly unknown[]): boolean => a[0] === isBetween[0] && a[1] === isBetween[1];
  return same(sides) || same([...sides].reverse()) ? 'ours' : 'beside';
}

/**
 * True when a row can be the suite's own, stored rightly or wrongly: one side is an instance that
 * the suite made, or both are ids that were sent, what they are rounded to as doubles, or 0.
 * Nothing else is ever removed.
 */
export function mayRemove({ holds }: Row, slot: Slot, sent?: JsonObject): boolean {
  const { bk_inst_id, bk_asst_inst_id } = pairOf(slot);
  const source = sideOf(holds, SOURCE) ?? 0n;
  const target = sideOf(holds, TARGET) ?? 0n;
  if (sent !== undefined) {
    const asSent = (side: Side, found: bigint, valid: bigint): boolean =>
      sidesOf(sent[side], valid).includes(found);
    if (asSent(SOURCE, source, bk_inst_id) && asSent(TARGET, target, bk_asst_inst_id)) return true;
  }
  const own = [bk_inst_id, bk_asst_inst_id];
  if (slot.made && (own.includes(source) || own.includes(target))) return true;
  const sides = new Set([0n, ...own, ...own.map((id) => BigInt(Number(id)))]);
  return (source !== 0n || target !== 0n) && sides.has(source) && sides.has(target);
}

function sidesOf(value: JsonValue | undefined, valid: bigint): bigint[] {
  if (value === valid) return [valid];
  const sides = [valid, 0n, ...coerced(value)];
  return [...new Set(sides)].filter((side) => side <= INT64_MAX && side >= INT64_MIN);
}

function coerced(value: JsonValue | undefined): bigint[] {
  if (typeof value === 'bigint') {
    const wrapped = BigInt.asIntN(64, value);
    const clamped = value > INT64_MAX ? INT64_MAX : value < INT64_MIN ? INT64_MIN : value;
    return [wrapped, clamped];
  }
  if (typeof value === 'boolean') return [value ? 1n : 0n];
  if (typeof value === 'string') return /^-?[0-9]{1,19}$/.test(value) ? [BigInt(value)] : [];
  if (value instanceof ExactNumber) {
    const number = Number(value.number);
    if (!Number.isFinite(number) || Math.abs(number) > 9e18) return [INT64_MAX];
    return [BigInt(Math.floor(number)), BigInt(Math.ceil(number))];
  }
  if (Array.isArray(value)) return value.slice(0, 1).flatMap(coerced);
  return isObject(value) ? Object.values(value).slice(0, 1).flatMap(coerced) : [];
}
