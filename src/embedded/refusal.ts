/**
 * What a refusal is about.
 *
 * - `protocol`: path, method or body are not a call at all
 * - `credentials`: app or user
 * - `parameter`: a member is missing or malformed
 * - `state`: the members are right, and what is stored forbids it
 */
export type RefusalKind = 'protocol' | 'credentials' | 'parameter' | 'state';

/** A call that was turned down, as a value. A class, so that no member of a body can pose as one. */
export class Refusal {
  readonly refused: RefusalKind;
  readonly code: number;
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
  /** What CMDB's text for the code names: a member, or a value. */
  readonly names: string | undefined;

  constructor(refused: RefusalKind, code: number, message: string, status = 200, names?: string) {
    this.refused = refused;
    this.code = code;
    this.message = message;
    this.status = status;
    this.names = names;
  }

  /** The same refusal, whose text names this where a release has a text of its own for the code. */
  naming(names: string): Refusal {
    return new Refusal(this.refused, this.code, this.message, this.status, names);
  }
}

/** Makes a refusal; the ESB answers nearly all of them with HTTP status 200. */
export function refuse(
  refused: RefusalKind,
  code: number,
  message: string,
  status?: number,
): Refusal {
  return new Refusal(refused, code, message, status);
}

/** True for a refusal, false for whatever else a step gives. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}

/** Codes of the ESB: COMMON_ERROR, a failing third party, component not found, ARGUMENT_ERROR, APIGW_ERROR, RATE_LIMIT_RESTRICTION. */
export const ESB = {
  common: 1306000,
  thirdParty: 1306201,
  notFound: 1306404,
  argument: 1306406,
  gateway: 1306408,
  rateLimit: 1306429,
} as const;

/** Codes of CMDB for parameters: CCErrCommParamsInvalid, …NeedSet, …IsInvalid. */
export const CMDB_PARAMETER = { invalid: 1199006, missing: 1199010, illegal: 1199011 } as const;

/**
 * A parameter has the wrong type or form. CMDB itself answers this code with the text of another
 * one, "Deserializing JSON data failed"; the rest of the sentence is ours, so that it names the
 * parameter.
 */
export function malformed(name: string, wanted: string): Refusal {
  return refuse(
    'parameter',
    CMDB_PARAMETER.invalid,
    `Deserializing JSON data failed: ${name} must be ${wanted}`,
  );
}

/**
 * A required parameter is absent, null or empty. For `add_instance_association` CMDB itself never
 * checks this (a missing id is 0 to it, and `metadata` is ignored), but the document requires it:
 * the code is the one that CMDB has for other endpoints, the text is ours.
 */
export function missing(name: string): Refusal {
  return refuse('parameter', CMDB_PARAMETER.missing, `parameter ${name} is required`).naming(name);
}
