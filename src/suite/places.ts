import { ExactNumber } from '../json/json-value.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { isObject } from '../judge/answer.js';
import type { Place, Slot } from './state.js';

const INT64_MAX = 9223372036854775807n;
const INT64_MIN = -9223372036854775808n;

/** A text that is the same for the same place. */
export function keyOf(place: Place): string {
  return `${place.source ?? '*'}→${place.target ?? '*'}`;
}

/**
 * True when a row lies at a place, in either direction; a side may be rounded as a double rounds it.
 * A lookup may show more than it was asked for.
 */
export function isAt(
  row: { readonly source: bigint; readonly target: bigint },
  place: Place,
): boolean {
  return (
    (isSide(row.source, place.source) && isSide(row.target, place.target)) ||
    (isSide(row.source, place.target) && isSide(row.target, place.source))
  );
}

function isSide(found: bigint, asked: bigint | undefined): boolean {
  return asked === undefined || found === asked || found === BigInt(Number(asked));
}

/**
 * Where a sloppy server could have stored a request: between the ids that were sent or what they
 * can be coerced to, 0 for a missing one included. Where the suite made the instances, everything
 * on the side that was sent rightly is looked at, whatever is on the other.
 *
 * @param sent - the request's body
 * @param slot - the pair of the valid request
 */
export function placesOf(sent: JsonObject, slot: Slot): Place[] {
  const sources = sidesOf(sent['bk_inst_id'], slot.source);
  const targets = sidesOf(sent['bk_asst_inst_id'], slot.target);
  if (slot.made && sources.length > 1 && targets.length === 1) return [{ target: slot.target }];
  if (slot.made && targets.length > 1 && sources.length === 1) return [{ source: slot.source }];
  return sources.flatMap((source) => targets.map((target) => ({ source, target })));
}

/** True for a row between ids that were sent, or what they can be coerced to. */
export function isAsSent(
  row: { readonly source: bigint; readonly target: bigint },
  sent: JsonObject,
  slot: Slot,
): boolean {
  return (
    sidesOf(sent['bk_inst_id'], slot.source).includes(row.source) &&
    sidesOf(sent['bk_asst_inst_id'], slot.target).includes(row.target)
  );
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

/**
 * True when a row can be the suite's own, stored rightly or wrongly: one side is an instance that
 * the suite made, or both are ids that were sent, what they are rounded to as doubles, or 0.
 * Nothing else is ever removed.
 */
export function couldBeOurs(
  row: { readonly source: bigint; readonly target: bigint },
  slot: Slot,
): boolean {
  const sent = [slot.source, slot.target];
  if (slot.made && (sent.includes(row.source) || sent.includes(row.target))) return true;
  const sides = new Set([0n, ...sent, ...sent.map((id) => BigInt(Number(id)))]);
  return (row.source !== 0n || row.target !== 0n) && sides.has(row.source) && sides.has(row.target);
}
