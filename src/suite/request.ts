import { ConformanceError } from '../error.js';
import { commonArguments } from '../target/identity.js';
import type { Identity } from '../target/identity.js';
import type { Settings } from '../config/settings.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { writeJson } from '../json/write-json.js';
import type { Change, MemberPath } from '../cases/case.js';
import { WRONG_TOKEN } from '../cases/faults.js';
import { isObject } from '../judge/answer.js';
import type { Slot } from './state.js';

/** A second registered app. */
type OtherApp = NonNullable<Settings['credentials']['other']>;

/** A request that the document allows, in the order of its sample. */
export function validRequest(settings: Settings, slot: Slot, identity: Identity): JsonObject {
  return {
    ...commonArguments(settings.credentials, identity),
    bk_obj_asst_id: settings.fixture.association,
    bk_inst_id: slot.source,
    bk_asst_inst_id: slot.target,
    metadata: { label: { bk_biz_id: settings.fixture.business } },
  };
}

/**
 * Applies the changes of a negative case to a valid request.
 *
 * The member `identity` stands for whichever identity the request carries: absent takes it out,
 * wrong puts a token in its place that no login ever gave.
 */
export function applyChanges(
  valid: JsonObject,
  changes: readonly Change[],
  other: OtherApp | undefined,
): JsonObject {
  let changed = valid;
  for (const change of changes) {
    if (change.at === 'identity') {
      const rest = without(without(changed, 'bk_username'), 'bk_token');
      changed = change.to === 'absent' ? rest : { ...rest, bk_token: WRONG_TOKEN };
    } else {
      changed = withMember(changed, change.at.split('.'), change, other);
    }
  }
  return changed;
}

function withMember(
  object: JsonObject,
  path: readonly string[],
  change: Change,
  other: OtherApp | undefined,
): JsonObject {
  const [head = '', ...tail] = path;
  const inner = object[head];
  if (tail.length > 0) {
    return {
      ...object,
      [head]: withMember(isObject(inner) ? inner : {}, tail, change, other),
    };
  }
  if (change.to === 'absent') {
    return without(object, head);
  }
  return {
    ...object,
    [head]: change.to({
      value: inner ?? '',
      otherSecret: other?.appSecret,
      otherCode: other?.appCode,
    }),
  };
}

function without(object: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== member));
}

/** What a request claims to be: one that the contract allows, or such a one with differences. */
export type Claim =
  | 'valid'
  | {
      readonly valid: JsonObject;
      /** The members in which it differs; `identity` stands for whichever it carries. */
      readonly differsIn: readonly MemberPath[];
      /** True where the difference is one that the request schema excludes. */
      readonly breaksSchema?: boolean;
    };

/**
 * The suite checks itself: a request is what it claims to be.
 *
 * @param body - what is about to be sent
 * @param problem - what is wrong with a body by the derived request schema, if anything
 * @throws ConformanceError `internal`
 */
export function checkClaim(
  body: JsonObject,
  claim: Claim,
  problem: (body: JsonObject) => string | undefined,
): void {
  const wrong = problem(claim === 'valid' ? body : claim.valid);
  if (wrong !== undefined) {
    throw notAsClaimed(`A request that should be valid does not follow its schema: ${wrong}.`);
  }
  if (claim === 'valid') return;
  checkDifferences(claim.valid, body, claim.differsIn);
  if (claim.breaksSchema === true && problem(body) === undefined) {
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
  differsIn: readonly MemberPath[],
): void {
  const claimed = differsIn.flatMap((at) =>
    at === 'identity' ? ['bk_username', 'bk_token'] : [at],
  );
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
