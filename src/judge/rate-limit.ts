import type { Sent } from '../target/client.js';
import type { JsonObject } from '../json/json-value.js';
import { codeOf, isObject } from './answer.js';

const TOO_MANY_REQUESTS = 429;

/**
 * Codes that mean "too many requests", whatever the HTTP status: the ESB's own
 * (RATE_LIMIT_RESTRICTION), and those of the API gateway in front of a newer one, by stage, for one
 * app on a stage, for one resource, and at once.
 */
const CODES: ReadonlySet<bigint> = new Set([1306429n, 1642901n, 1642902n, 1642903n, 1642904n]);

/** What a target is waited for that names no time. */
const USUAL_WAIT_MS = 1000;

/** What a target says that does not take a request because requests come too fast. */
export interface Limit {
  /** Milliseconds that it asks to be left alone: from `Retry-After` where it gives seconds. */
  readonly waitMs: number;
  /**
   * False for HTTP 429 with a refusal of another code: some servers have that status for everything
   * that they refuse.
   */
  readonly sure: boolean;
}

/**
 * Reads an answer for a limit on how fast requests may come: HTTP status 429, or a refusal with one
 * of the codes that the ESB and its gateway keep for this.
 *
 * @returns undefined for any other answer, one that says it did what was asked included
 */
export function limitIn({
  outcome,
  reading,
}: Pick<Sent, 'outcome' | 'reading'>): Limit | undefined {
  const { answer } = outcome;
  if (answer === undefined) return undefined;
  const body = reading?.ok === true && isObject(reading.value) ? reading.value : undefined;
  const known = body !== undefined && hasCode(body);
  if (body?.['result'] === true || (answer.status !== TOO_MANY_REQUESTS && !known))
    return undefined;
  const [, value = ''] =
    answer.headers.find(([name]) => name.toLowerCase() === 'retry-after') ?? [];
  const waitMs = /^[0-9]{1,9}$/.test(value) ? Number(value) * 1000 : USUAL_WAIT_MS;
  return { waitMs, sure: known || body?.['result'] !== false };
}

function hasCode(body: JsonObject): boolean {
  const code = codeOf(body);
  return body['result'] === false && code !== undefined && CODES.has(code);
}
