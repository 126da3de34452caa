import type { WireOutcome } from '../../http/exchange.js';
import type { RecordedAnswer, RecordedExchange } from '../../record/exchange.js';
import type { Redactor } from '../../redact/secrets.js';

/** The longest text of one body that the record keeps, in characters. */
const KEPT_BODY = 16_384;

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** So much of a body is looked at that what is kept of it holds no part of a secret that was cut. */
const READ_BODY = 8 * KEPT_BODY;

function beginningOf(body: Uint8Array = new Uint8Array()): string {
  return lenient.decode(body.subarray(0, READ_BODY));
}

/** What the record keeps of what came back: bodies and messages shortened, secrets removed. */
export function keptOutcome(
  outcome: WireOutcome,
  redactor: Redactor,
): Pick<RecordedExchange, 'answer' | 'fault'> {
  if (outcome.answer !== undefined) {
    const { status, headers, body } = outcome.answer;
    const shown = headers.map(
      ([name, value]) => [redactor.text(name), redactor.text(value)] as const,
    );
    return { answer: { status, headers: shown, ...keptBody(body, redactor) } };
  }
  const { kind, message, status, partialBody } = outcome.fault;
  const fault = { kind, message: redactor.text(message).slice(0, 1000) };
  if (status === undefined) return { fault };
  const body = redactor.beginning(beginningOf(partialBody)).slice(0, KEPT_BODY);
  return { fault, answer: { status, headers: [], body, bodyBytes: partialBody?.length ?? 0 } };
}

function keptBody(
  bytes: Uint8Array,
  redactor: Redactor,
): Pick<RecordedAnswer, 'body' | 'base64' | 'bodyBytes'> {
  const exact = exactText(bytes);
  const text = exact ?? beginningOf(bytes);
  const body = redactor.text(text);
  if (body.length > KEPT_BODY || bytes.length > READ_BODY)
    return { body: body.slice(0, KEPT_BODY), bodyBytes: bytes.length };
  // Bytes that hold a secret somewhere are kept as text alone: in base64 it would not be seen.
  if (exact !== undefined || body !== text) return { body };
  return { body, base64: Buffer.from(bytes).toString('base64') };
}

/** The text that bytes stand for; undefined where they are no UTF-8 or more than is kept. */
function exactText(bytes: Uint8Array): string | undefined {
  if (bytes.length > READ_BODY) return undefined;
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
