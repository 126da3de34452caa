import type { Sent } from '../../src/judge/sent.js';
import { answered, faulty, sentWith } from './an-answer.js';

/** An exchange with an answer of this status. */
export function sentBack(
  status: number,
  body: string,
  headers: readonly (readonly [string, string])[] = [],
): Sent {
  return answered(body, { status, headers }).sent;
}

/** A success. */
export const taken = sentBack(200, '{"result":true,"code":0}');
/** The ESB's refusal of a request that comes too fast. */
export const tooFast = sentBack(200, '{"result":false,"code":1306429}');
/** A refusal of another code, with the status of one that comes too fast. */
export const refused429 = sentBack(429, '{"result":false,"code":1199006}');
/** No answer at all. */
export const cut: Sent = sentWith(faulty());
/** An address at which nothing listens. */
export const unreachable: Sent = sentWith(faulty({ kind: 'unreachable', sent: false }));
