import { ConformanceError } from '../../error.js';
import { isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { writeJson } from '../../json/write-json.js';

/** What a request claims to be: one that the contract allows, or such a one with differences. */
export type Claim =
  | 'valid'
  | {
      readonly valid: JsonObject;
      /** Paths of the members in which it differs. */
      readonly differsIn: readonly string[];
      /** True where the difference is one that the request schema excludes. */
      readonly breaksSchema: boolean;
    };

/**
 * The suite checks itself: a request is what it claims to be.
 *
 * @param request - what is about to be sent
 * @param problem - what is wrong with a request by the derived request schema, if anything
 * @throws ConformanceError `internal`
 */
export function checkClaim(
  request: JsonObject,
  claim: Claim,
  problem: (request: JsonObject) => string | undefined,
): void {
  const wrong = problem(claim === 'valid' ? request : claim.valid);
  if (wrong !== undefined) {
    throw notAsClaimed(`A request that should be valid does not follow its schema: ${wrong}.`);
  }
  if (claim === 'valid') return;
  checkDifferences(claim.valid, request, claim.differsIn);
  if (claim.breaksSchema && problem(request) === undefined) {
    const members = claim.differsIn.join(', ');
    throw notAsClaimed(`A request that should be wrong in ${members} follows its schema.`);
  }
}

function notAsClaimed(message: string): ConformanceError {
  return new ConformanceError(
    'internal',
    message,
    'This is a fault of the suite or of a setting’s value; please report it.',
  );
}

function checkDifferences(
  valid: JsonObject,
  changed: JsonObject,
  claimed: readonly string[],
): void {
  const found = differences(valid, changed);
  const stray = found.filter(
    (path) => !claimed.some((at) => path === at || path.startsWith(`${at}.`)),
  );
  if (found.length === 0 || stray.length > 0) {
    throw notAsClaimed(
      `A request that should differ in ${claimed.join(', ')} differs in ${found.join(', ') || 'nothing'}.`,
    );
  }
}

/** Paths of all members that one request has and the other has not, or has otherwise. */
export function differences(a: JsonObject, b: JsonObject, prefix = ''): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => {
    const left: JsonValue | undefined = a[key];
    const right: JsonValue | undefined = b[key];
    if (isObject(left) && isObject(right)) return differences(left, right, `${prefix}${key}.`);
    const same = left !== undefined && right !== undefined && writeJson(left) === writeJson(right);
    return same ? [] : [`${prefix}${key}`];
  });
}
