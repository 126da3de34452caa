import type { Envelope } from '../binding/binding.js';
import { isObject } from '../json/json-value.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { saidIn } from './answer.js';

/** Shorter values occur in any sentence by chance and are not masked. */
const SHORTEST_MASKED = 2;

/**
 * What tells one refusal from another: code and message, with everything masked that the request
 * brought or that is new each time.
 *
 * @param answer - body of a well-formed failure
 * @param sent - the request's members
 */
export function refusalSignature(answer: JsonObject, sent: JsonValue, envelope: Envelope): string {
  const { code, message } = saidIn(answer, envelope);
  const requestId = answer[envelope.requestId];
  const values = [
    ...new Set([...scalars(sent), ...(typeof requestId === 'string' ? [requestId] : [])]),
  ].sort((a, b) => b.length - a.length);
  let masked = message;
  for (const value of values) {
    if (value.length >= SHORTEST_MASKED) masked = masked.replaceAll(value, '*');
  }
  masked = masked
    // Trace ids: a UUID, or 64 bits and more in hexadecimal.
    .replace(/\b[0-9a-f]{16,}\b/gi, '*')
    .replace(/[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi, '*')
    .replace(/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]+(?:Z|[+-][0-9:]+)?/g, '*');
  return `${String(code)} ${masked}`;
}

function scalars(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'bigint') return [value.toString()];
  if (Array.isArray(value)) return value.flatMap(scalars);
  if (isObject(value)) return Object.values(value).flatMap(scalars);
  return [];
}
