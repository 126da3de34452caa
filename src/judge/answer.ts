import type { Text } from '../text.js';
import { faultWords } from './fault-words.js';
import type { WireFault, WireOutcome } from '../http/exchange.js';
import { ExactNumber } from '../json/json-value.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { isInt64, wholeValue } from '../json/int64.js';
import { quote } from './quote.js';
import type { BytesReading } from '../json/read-json.js';

/** What an answer is, before anything in it is judged. */
export type Answer =
  /** Nothing came back, or nothing that says anything of the request: then there is no fault. */
  | { readonly kind: 'none'; readonly fault?: WireFault; readonly why: Text }
  /** Something came back that is no JSON object, or a redirect, which is never followed. */
  | { readonly kind: 'broken'; readonly why: Text }
  /** An object that is neither a success nor a well-formed failure. */
  | { readonly kind: 'malformed'; readonly body: JsonObject; readonly why: Text }
  /** `result` is true: the server says that it did what was asked. */
  | { readonly kind: 'accepted'; readonly body: JsonObject }
  /** A well-formed failure. */
  | { readonly kind: 'refused'; readonly body: JsonObject };

/**
 * Tells what an answer is. A well-formed failure has `result` false, a positive `code` and a
 * message (document, table "response": "false请求失败", ">0表示失败错误", "请求失败返回的错误信息").
 *
 * @param outcome - what the transport brought
 * @param reading - its body read as JSON, when a whole answer came
 */
export function readAnswer(outcome: WireOutcome, reading: BytesReading | undefined): Answer {
  if (outcome.fault !== undefined) {
    const { fault } = outcome;
    const words = faultWords(fault);
    return fault.answered
      ? {
          kind: 'broken',
          why: { en: `the answer is broken: ${words.en}`, zh: `应答损坏：${words.zh}` },
        }
      : { kind: 'none', fault, why: { en: `no answer: ${words.en}`, zh: `没有应答：${words.zh}` } };
  }
  const { status } = outcome.answer;
  if (status >= 300 && status < 400) {
    return {
      kind: 'broken',
      why: {
        en: `HTTP ${status} redirects elsewhere; credentials are not carried there`,
        zh: `HTTP ${status} 重定向；凭证不会被带往他处`,
      },
    };
  }
  if (reading?.ok !== true) {
    const problem = reading === undefined ? '' : `${reading.problem} (offset ${reading.offset})`;
    return {
      kind: 'broken',
      why: { en: `the body is not JSON: ${problem}`, zh: `应答正文不是 JSON（${problem}）` },
    };
  }
  if (!isObject(reading.value)) {
    return {
      kind: 'broken',
      why: { en: 'the body is JSON, but no object', zh: '应答正文是 JSON，但不是对象' },
    };
  }
  return classify(reading.value);
}

function classify(body: JsonObject): Answer {
  const result = body['result'];
  if (result === true) return { kind: 'accepted', body };
  const wrong: string[] = [];
  if (result !== false) wrong.push('result');
  const code = codeOf(body);
  if (code === undefined || code <= 0n) wrong.push('code');
  const message = body['message'];
  if (typeof message !== 'string' || message === '') wrong.push('message');
  if (wrong.length === 0) return { kind: 'refused', body };
  const members = wrong.join(', ');
  return {
    kind: 'malformed',
    body,
    why: {
      en: `the answer is no well-formed failure (${members})`,
      zh: `应答不是格式正确的失败应答（${members}）`,
    },
  };
}

/** True for a JSON object: no array, no number. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber)
  );
}

/** The int64 that a JSON value stands for, `1038.0` included; undefined when it is none. */
export function integerOf(value: JsonValue | undefined): bigint | undefined {
  const whole = value instanceof ExactNumber ? wholeValue(value) : value;
  return isInt64(whole) ? whole : undefined;
}

/** The `code` of an answer: an int, for which the document states no range. */
export function codeOf(body: JsonObject): bigint | undefined {
  const code = body['code'];
  return code === undefined ? undefined : wholeValue(code);
}

/** The id in an answer's `data`, when there is one. */
export function idOf(body: JsonObject): bigint | undefined {
  const data = body['data'];
  return isObject(data) ? integerOf(data['id']) : undefined;
}

/** What a target said that did not accept a request, for a reason. */
export function wordsOf(answer: Answer): Text {
  switch (answer.kind) {
    case 'accepted':
      return { en: 'it was accepted', zh: '请求被接受' };
    case 'refused': {
      const said = saidIn(answer.body);
      return { en: said, zh: said };
    }
    case 'none':
    case 'broken':
    case 'malformed':
      return answer.why;
  }
}

/** An answer's message, for a reason; empty when it is no text. */
export function saidIn(body: JsonObject): string {
  const message = body['message'];
  return typeof message === 'string' ? quote(message, 200) : '';
}
