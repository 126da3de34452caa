import type { Text } from '../text.js';
import type { RecordedExchange, Usual } from '../record/exchange.js';
import { membersOf } from './json-text.js';
import type { PlacedExchange } from './record-index.js';
import { cut } from './visible.js';
import { wholeRequest } from '../record/whole-exchange.js';

/** Bodies above this many UTF-16 units are not taken apart, only cut. */
const MAX_COMPARED = 200_000;

/** Up to this many changed members are told one by one. */
const MAX_CHANGES = 4;

/**
 * What was sent, in one line: the change against the twin where there is one, else the body.
 *
 * @param placed - the exchange and its twin
 * @param usual - of the same record
 * @param max - how many UTF-16 units the line may have, about
 * @returns server text in it is not yet made visible: that is each report's own duty
 */
export function sentInShort(placed: PlacedExchange, usual: Usual, max: number): Text {
  const { exchange, twin } = placed;
  const { method, path } = wholeRequest(exchange, usual);
  const line = `${method} ${path}`;
  const changes = twin === undefined ? undefined : changesAgainst(twin, exchange);
  if (changes !== undefined) {
    return {
      en: cut(`${line}  the valid request, but ${changes.en}`, max),
      zh: cut(`${line}  合法请求，仅改动：${changes.zh}`, max),
    };
  }
  const body = exchange.sent.body === '' ? '' : `  ${squeeze(exchange.sent.body, max)}`;
  return { en: cut(line + body, max), zh: cut(line + body, max) };
}

/** The members that differ, or undefined when none or too many do, or the bodies are no objects. */
function changesAgainst(twin: RecordedExchange, exchange: RecordedExchange): Text | undefined {
  if (twin.sent.body.length + exchange.sent.body.length > MAX_COMPARED) return undefined;
  const before = membersOf(twin.sent.body);
  const after = membersOf(exchange.sent.body);
  if (before === undefined || after === undefined) return undefined;
  const changes: Text[] = [];
  for (const name of before.keys()) {
    if (!after.has(name)) changes.push({ en: `without ${name}`, zh: `不含 ${name}` });
  }
  for (const [name, value] of after) {
    if (before.get(name) !== value) {
      changes.push({ en: `with ${name}: ${value}`, zh: `${name}: ${value}` });
    }
  }
  if (changes.length === 0 || changes.length > MAX_CHANGES) return undefined;
  return {
    en: changes.map((change) => change.en).join(', '),
    zh: changes.map((change) => change.zh).join('，'),
  };
}

/**
 * What came back, in one line: status and body, or what kept an answer from coming.
 *
 * @param exchange - the exchange
 * @param max - how many UTF-16 units the line may have, about
 * @returns server text in it is not yet made visible: that is each report's own duty
 */
export function answeredInShort(exchange: RecordedExchange, max: number): Text {
  if (exchange.answer !== undefined) {
    const { status, body } = exchange.answer;
    const head = `HTTP ${status}  `;
    if (body === '') return { en: `${head}(empty body)`, zh: `${head}（应答体为空）` };
    const line = cut(head + squeeze(body, max), max);
    return { en: line, zh: line };
  }
  const { kind, message } = exchange.fault ?? { kind: 'aborted', message: '' };
  return {
    en: cut(`no whole answer: ${kind}. ${message}`, max),
    zh: cut(`没有完整应答：${kind}。${message}`, max),
  };
}

/** One line of a body; only its beginning is looked at, so that the cost is bounded. */
function squeeze(body: string, max: number): string {
  const beginning = body.slice(0, max * 4);
  const rest = body.length - beginning.length;
  const line = beginning.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
  return rest === 0 ? line : `${line}… (+${rest})`;
}
