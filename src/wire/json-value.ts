/**
 * A JSON number that is not an integer token, or that must reach the wire exactly as written:
 * `11.0`, `1e1`, `1e300`, `9223372036854775808.5`. The text is kept, never a rounded double.
 */
export interface JsonNumber {
  readonly number: string;
}

/** A JSON object. Has no prototype, so that `__proto__` is a member like any other. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** An exact JSON value: integers (tokens without fraction or exponent) are bigint. */
export type JsonValue =
  | null
  | boolean
  | string
  | bigint
  | ExactNumber
  | readonly JsonValue[]
  | JsonObject;

/** See {@link JsonNumber}. A class, so that it can be told from an object with a member `number`. */
export class ExactNumber implements JsonNumber {
  readonly number: string;

  /** @param number - a JSON number token, for example `11.0` */
  constructor(number: string) {
    this.number = number;
  }
}
