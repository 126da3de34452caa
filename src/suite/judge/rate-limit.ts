import type { Sent } from '../../target/client.js';
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
/** More is not waited for at once, whatever a target asks for. */
const LONGEST_WAIT_MS = 60_000;

/**
 * How long a target asks to be left alone because requests come too fast: by HTTP status 429, or by
 * a refusal with one of the codes that the ESB and its gateway keep for this.
 *
 * @returns milliseconds, from `Retry-After` where it gives seconds; undefined for any other answer
 */
export function waitAskedFor({
  outcome,
  reading,
}: Pick<Sent, 'outcome' | 'reading'>): number | undefined {
  const { answer } = outcome;
  if (answer === undefined) return undefined;
  if (answer.status !== TOO_MANY_REQUESTS && !hasCode(reading)) return undefined;
  const [, value] = answer.headers.find(([name]) => name.toLowerCase() === 'retry-after') ?? [];
  const seconds = value === undefined || !/^[0-9]{1,9}$/.test(value) ? undefined : Number(value);
  return seconds === undefined ? USUAL_WAIT_MS : Math.min(seconds * 1000, LONGEST_WAIT_MS);
}

function hasCode(reading: Sent['reading']): boolean {
  if (reading?.ok !== true || !isObject(reading.value)) return false;
  const { value } = reading;
  const code = codeOf(value);
  return value['result'] === false && code !== undefined && CODES.has(code);
}
