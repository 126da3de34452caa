/** A JSON object. Has no prototype, so that `__proto__` is a member like any other. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** An exact JSON value: integers (tokens without fraction or exponent) are bigint. */
export type JsonValue =
  null | boolean | string | bigint | ExactNumber | readonly JsonValue[] | JsonObject;

/**
 * A JSON number that is not an integer token, or that must reach the wire exactly as written:
 * `11.0`, `1e1`, `1e300`. The text is kept, never a rounded double.
 */
export class ExactNumber {
  readonly number: string;

  /** @param number - a JSON number token, for example `11.0` */
  constructor(number: string) {
    this.number = number;
  }
}

/** True for a JSON object: no array, no number. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber)
  );
}
