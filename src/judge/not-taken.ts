import type { Binding } from '../binding/binding.js';
import { isObject } from '../json/json-value.js';
import type { Said } from '../record/problem.js';
import { codeOf, saidIn } from './answer.js';
import type { Sent } from './sent.js';

const TOO_MANY_REQUESTS = 429;

/** What a gateway answers whose API is away: bad gateway, service unavailable, gateway time-out. */
const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/** What a target is waited for that names no time. */
const USUAL_WAIT_MS = 1000;

/** Why an answer says nothing of the request: something before the API did not let it through. */
export interface NotTaken {
  /**
   * - `limit`: requests come too fast
   * - `gateway`: the API behind a gateway is away
   */
  readonly why: 'limit' | 'gateway';
  /** The HTTP status, or what a gateway's code stands for: some gateways write 200 over their own. */
  readonly status: number;
  /** Milliseconds that it asks to be left alone: from `Retry-After` where it gives seconds. */
  readonly waitMs: number;
  /**
   * False where the request may be the reason: HTTP 429 with a refusal of another code, as some
   * servers have that status for everything that they refuse, and an ESB that got no answer.
   */
  readonly sure: boolean;
  /** What it says, where it is an envelope. */
  readonly said?: Said;
}

/**
 * Reads an answer for what keeps a request from the API: a limit on how fast requests may come (HTTP
 * status 429, or a refusal with one of the codes that the binding keeps for this), or a gateway's own
 * 502, 503 or 504, which is no envelope, or has one of the codes for just that, as an ESB's for an API
 * that gave it no answer.
 *
 * @returns undefined for any other answer, one that says it did what was asked included
 */
export function notTaken(
  { outcome, reading }: Pick<Sent, 'outcome' | 'reading'>,
  { envelope, codes }: Pick<Binding, 'envelope' | 'codes'>,
): NotTaken | undefined {
  const { answer } = outcome;
  if (answer === undefined) return undefined;
  const { status } = answer;
  const body =
    reading?.ok === true && isObject(reading.value) ? envelope.read(reading.value) : undefined;
  const result = body?.[envelope.result];
  const code = body === undefined ? undefined : codeOf(body, envelope);
  const hasCode = result === false && code !== undefined && codes.limit.has(code);
  if (result === true) return undefined;
  const waitMs = retryAfter(answer.headers);
  if (status === TOO_MANY_REQUESTS || hasCode) {
    const said = result === false && body !== undefined ? { said: saidIn(body, envelope) } : {};
    return { why: 'limit', status, waitMs, sure: hasCode || result !== false, ...said };
  }
  if (result === false && code !== undefined && body !== undefined) {
    const [away, unreached] = [codes.away.get(code), codes.unreached.get(code)];
    const meant = away ?? unreached;
    const said = saidIn(body, envelope);
    if (meant !== undefined) {
      return { why: 'gateway', status: meant, waitMs, sure: away !== undefined, said };
    }
  }
  const isGateway = GATEWAY.has(status) && result === undefined;
  return isGateway ? { why: 'gateway', status, waitMs, sure: true } : undefined;
}

function retryAfter(headers: readonly (readonly [string, string])[]): number {
  const [, value = ''] = headers.find(([name]) => name.toLowerCase() === 'retry-after') ?? [];
  return /^[0-9]{1,9}$/.test(value) ? Number(value) * 1000 : USUAL_WAIT_MS;
}
