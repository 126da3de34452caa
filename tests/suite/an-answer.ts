import type { Sent } from '../../src/target/client.js';
import { readJson } from '../../src/wire/read-json.js';

/** An exchange with an answer. */
export function answered(status: number, body: string, headers: [string, string][] = []): Sent {
  return {
    exchange: {
      n: 1,
      endpoint: 'add_instance_association',
      purpose: 'request',
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 1,
      sent: { method: 'POST', path: '/', headers: {}, body: '' },
      curl: '',
    },
    outcome: {
      timing: { totalMs: 1 },
      answer: { status, headers, body: new Uint8Array(), sentBytes: 0 },
    },
    reading: { ...readJson(body), bom: false },
  };
}

/** A success. */
export const taken = answered(200, '{"result":true,"code":0}');
/** The ESB's refusal of a request that comes too fast. */
export const tooFast = answered(200, '{"result":false,"code":1306429}');
/** A refusal of another code, with the status of one that comes too fast. */
export const refused429 = answered(429, '{"result":false,"code":1199006}');
/** No answer at all. */
export const cut: Sent = {
  exchange: taken.exchange,
  outcome: {
    timing: { totalMs: 1 },
    fault: { kind: 'reset', sent: true, answered: false, message: '' },
  },
};
