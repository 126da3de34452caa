import type { Envelope } from '../../src/binding/binding.js';
import { ESB } from '../../src/binding/bindings.js';
import type { WireFault, WireOutcome } from '../../src/http/exchange.js';
import { isObject } from '../../src/json/json-value.js';
import type { JsonObject, JsonValue } from '../../src/json/json-value.js';
import { readJson, readJsonBytes } from '../../src/json/read-json.js';
import { readAnswer } from '../../src/judge/answer.js';
import type { Answer } from '../../src/judge/answer.js';
import type { Sent } from '../../src/judge/sent.js';

/** What may be said of an answer besides its body. */
export interface Around {
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly n?: number;
}

/** An envelope with names of its own, which lies in another member. */
export const OTHER_ENVELOPE: Envelope = {
  result: 'ok',
  code: 'error',
  message: 'text',
  data: 'thing',
  permission: 'rights',
  requestId: 'trace',
  read: (body) => (isObject(body['answer']) ? body['answer'] : {}),
};

const JSON_TYPE = [['Content-Type', 'application/json']] as const;

/** A whole HTTP answer with these bytes. */
export function outcomeOf(body: Uint8Array | string, around: Around = {}): WireOutcome {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    timing: { totalMs: 1 },
    answer: {
      status: around.status ?? 200,
      headers: around.headers ?? JSON_TYPE,
      body: bytes,
      sentBytes: bytes.length,
    },
  };
}

/** No answer, or half of one. */
export function faulty(fault: Partial<WireFault> = {}): WireOutcome {
  return {
    timing: { totalMs: 1 },
    fault: { kind: 'reset', sent: true, answered: false, message: 'it ended', ...fault },
  };
}

/** An exchange that came to this. */
export function sentWith(outcome: WireOutcome, n = 7): Sent {
  const reading = outcome.answer === undefined ? undefined : readJsonBytes(outcome.answer.body);
  return {
    exchange: {
      n,
      endpoint: 'add_instance_association',
      purpose: 'request',
      atMs: 0,
      durationMs: 1,
      sent: { body: '' },
    },
    outcome,
    ...(reading === undefined ? {} : { reading }),
  };
}

/** An answer as it is judged: read, and with its exchange. */
export function answered(
  body: Uint8Array | string,
  around: Around = {},
  envelope: Envelope = ESB.envelope,
): { readonly answer: Answer; readonly sent: Sent } {
  const sent = sentWith(outcomeOf(body, around), around.n);
  return { answer: readAnswer(sent.outcome, sent.reading, envelope), sent };
}

/** A JSON value from its text, exactly. */
export function valueOf(text: string): JsonValue {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}

/** A JSON object from its text, exactly. */
export function objectOf(text: string): JsonObject {
  const value = valueOf(text);
  if (!isObject(value)) throw new Error(`no object: ${text}`);
  return value;
}
