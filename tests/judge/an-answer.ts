import type { Sent } from '../../src/target/client.js';
import type { Answer } from '../../src/judge/answer.js';
import { readAnswer } from '../../src/judge/answer.js';
import type { WireOutcome } from '../../src/http/exchange.js';
import type { JsonObject, JsonValue } from '../../src/json/json-value.js';
import { readJson, readJsonBytes } from '../../src/json/read-json.js';

/** What may be said of an answer besides its body. */
export interface Around {
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly n?: number;
}

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

/** An answer as it is judged: read, and with its exchange. */
export function answered(
  body: Uint8Array | string,
  around: Around = {},
): { readonly answer: Answer; readonly sent: Sent } {
  const outcome = outcomeOf(body, around);
  const reading = outcome.answer === undefined ? undefined : readJsonBytes(outcome.answer.body);
  const exchange: Sent['exchange'] = {
    n: around.n ?? 7,
    endpoint: 'add_instance_association',
    purpose: 'request',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    sent: { method: 'POST', path: '/', headers: {}, body: '' },
    curl: '',
  };
  return {
    answer: readAnswer(outcome, reading),
    sent: { exchange, outcome, ...(reading === undefined ? {} : { reading }) },
  };
}

/** A JSON object from its text, exactly. */
export function objectOf(text: string): JsonObject {
  const { answer } = answered(text);
  if (answer.kind === 'none' || answer.kind === 'broken') throw new Error(`no object: ${text}`);
  return answer.body;
}

/** A JSON value from its text, exactly. */
export function valueOf(text: string): JsonValue {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}
