import { isInteger, LosslessNumber, parse, stringify } from 'lossless-json';

/** Members of a JSON object, values not yet looked at. Integers are bigint. */
export type Members = Readonly<Record<string, unknown>>;

/** An int64 has at most 19 digits and a sign; a longer token is not worth the work of a BigInt. */
const INT64_TOKEN = 20;
const INT64_MAX = 9223372036854775807n;

/**
 * Reads JSON as Python's `json.loads` does: of a repeated key the last value counts. Integer tokens
 * become bigint, so that no id is rounded; a number in another form (`11.0`, `1e1`) or far out of
 * range stays a `LosslessNumber` with its text.
 *
 * @throws SyntaxError when the text is not JSON, RangeError when it is nested too deeply
 */
export function readJson(text: string): unknown {
  return parse(text, null, {
    parseNumber: (token) =>
      token.length <= INT64_TOKEN && isInteger(token) ? BigInt(token) : new LosslessNumber(token),
    onDuplicateKey: ({ newValue }) => newValue,
  });
}

/** Writes a value as JSON without white space; bigint as integers. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** True for a JSON object: no array, no null, no number. */
export function isMembers(value: unknown): value is Members {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof LosslessNumber)
  );
}

/** The member's value; undefined when the object itself has none of that name. */
export function member(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/**
 * True for an int64: an integer token in range. `11.0` and `1e1` are refused, as CMDB does since
 * v3.8 (its decoder reads them into a Go int64).
 */
export function isInt64(value: unknown): value is bigint {
  return typeof value === 'bigint' && value <= INT64_MAX && value >= -INT64_MAX - 1n;
}

/** True for what Python takes for false: the ESB tests its arguments with `if not value`. */
export function isFalsy(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (value === 0n) return true;
  if (value instanceof LosslessNumber) return Number(value.value) === 0;
  if (Array.isArray(value)) return value.length === 0;
  return isMembers(value) && Object.keys(value).length === 0;
}
