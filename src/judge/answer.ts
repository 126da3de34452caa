import type { Envelope } from '../binding/binding.js';
import type { WireFault, WireOutcome } from '../http/exchange.js';
import { integerOf, wholeValue } from '../json/int64.js';
import { isObject } from '../json/json-value.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import type { BytesReading } from '../json/read-json.js';
import type { Problem, Said } from '../record/problem.js';

/** What an answer is, before anything in it is judged. Bodies have the names of the documents. */
export type Answer =
  /** Nothing came back, or nothing that says anything of the request: then there is no fault. */
  | { readonly kind: 'none'; readonly fault?: WireFault; readonly why: Problem }
  /** Something came back that is no JSON object, or a redirect, which is never followed. */
  | { readonly kind: 'broken'; readonly why: Problem }
  /** An object that is neither a success nor a well-formed failure. */
  | { readonly kind: 'malformed'; readonly body: JsonObject; readonly why: Problem }
  /** `result` is true: the server says that it did what was asked. */
  | { readonly kind: 'accepted'; readonly body: JsonObject }
  /** A well-formed failure. */
  | { readonly kind: 'refused'; readonly body: JsonObject; readonly said: Said };

/**
 * Tells what an answer is. A well-formed failure has `result` false, a positive `code` and a
 * message (document, table "response": "false请求失败", ">0表示失败错误", "请求失败返回的错误信息").
 *
 * @param outcome - what the transport brought
 * @param reading - its body read as JSON, when a whole answer came
 * @param envelope - where the binding has the members of an answer
 */
export function readAnswer(
  outcome: WireOutcome,
  reading: BytesReading | undefined,
  envelope: Envelope,
): Answer {
  if (outcome.fault !== undefined) {
    const { fault } = outcome;
    const words = { fault: fault.kind, words: fault.message };
    return fault.answered
      ? { kind: 'broken', why: { kind: 'answer-broken', ...words } }
      : { kind: 'none', fault, why: { kind: 'no-answer', ...words } };
  }
  const { status, headers } = outcome.answer;
  if (status >= 300 && status < 400) {
    const to = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    return {
      kind: 'broken',
      why: { kind: 'redirected', status, ...(to === undefined ? {} : { to }) },
    };
  }
  if (reading?.ok !== true) {
    const why = { words: reading?.problem ?? '', offset: reading?.offset ?? 0 };
    return { kind: 'broken', why: { kind: 'not-json', ...why } };
  }
  if (!isObject(reading.value)) return { kind: 'broken', why: { kind: 'not-an-object' } };
  return classify(envelope.read(reading.value), envelope);
}

function classify(body: JsonObject, envelope: Envelope): Answer {
  const result = body[envelope.result];
  if (result === true) return { kind: 'accepted', body };
  const wrong: string[] = [];
  if (result !== false) wrong.push(envelope.result);
  const code = codeOf(body, envelope);
  if (code === undefined || code <= 0n) wrong.push(envelope.code);
  const message = body[envelope.message];
  if (typeof message !== 'string' || message === '') wrong.push(envelope.message);
  if (wrong.length === 0) return { kind: 'refused', body, said: saidIn(body, envelope) };
  return { kind: 'malformed', body, why: { kind: 'no-well-formed-failure', members: wrong } };
}

/** The code of an answer: an int, for which the document states no range. */
export function codeOf(body: JsonObject, envelope: Envelope): bigint | undefined {
  const code = body[envelope.code];
  return code === undefined ? undefined : wholeValue(code);
}

/** What an answer says, its code and its message; the message is empty when it is no text. */
export function saidIn(body: JsonObject, envelope: Envelope): Said {
  const code = codeOf(body, envelope);
  const message = body[envelope.message];
  return {
    ...(code === undefined ? {} : { code: code.toString() }),
    message: typeof message === 'string' ? message : '',
  };
}

/** The value at a path of an object, for example `data.id`. */
export function valueAt(body: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = body;
  for (const step of path.split('.')) value = isObject(value) ? value[step] : undefined;
  return value;
}

/**
 * The id that an answer gives to what it created.
 *
 * @param at - its path; undefined where the endpoint gives none
 */
export function idOf(body: JsonObject, at: string | undefined): bigint | undefined {
  return at === undefined ? undefined : integerOf(valueAt(body, at));
}

/** Why an answer is no success: what it said, or what is wrong with it. */
export function whyNot(answer: Exclude<Answer, { readonly kind: 'accepted' }>): Problem {
  return answer.kind === 'refused' ? { kind: 'valid-refused', said: answer.said } : answer.why;
}
