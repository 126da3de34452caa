import { ExactNumber, isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { readJson } from '../../json/read-json.js';
import type { Header, RecordedAnswer, RecordedExchange, Usual } from '../exchange.js';
import { wholeHeaders } from '../whole-exchange.js';
import { requestIdForm } from './request-id-form.js';
import { type Shape, shapeKey, shapeOf } from './shape.js';

/** The members that every answer has, by their names in the documents, and how a body has them. */
export interface AnswerMembers {
  readonly result: string;
  readonly code: string;
  readonly message: string;
  readonly data: string;
  readonly requestId: string;
  readonly read: (body: JsonObject) => JsonObject;
}

/** What of an answer is compared. */
export type Features =
  | { readonly did: 'nothing'; readonly what: string }
  | (Answered & {
      readonly did: 'other';
      readonly what: 'not-json' | 'not-an-object' | 'no-envelope';
    })
  | (Answered & {
      readonly did: 'accepted' | 'refused';
      readonly body: Shape;
      /** Decimal text, or the text of whatever stands in its place. */
      readonly code: string;
      /** With placeholders. */
      readonly message: string;
      /** Form of the id of the request. */
      readonly requestId: string;
    });

interface Answered {
  readonly status: number;
  /** Those that clients go by, with placeholders. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Headers that clients go by; of a cookie its name. All others differ with every server between. */
export const HEADERS: readonly string[] = [
  'content-type',
  'location',
  'allow',
  'www-authenticate',
  'set-cookie',
  'deprecation',
  'sunset',
];

/** Takes the features of an exchange's answer; `mask` puts placeholders into a text. */
export type TakeFeatures = (exchange: RecordedExchange, mask: (text: string) => string) => Features;

/**
 * Makes what takes the features of answers.
 *
 * @param usual - of the record that the exchanges are of
 * @param members - names of the envelope
 */
export function featureTaker(usual: Usual, members: AnswerMembers): TakeFeatures {
  const headersOf = headerTaker(usual);
  return ({ answer, fault }, mask) => {
    if (answer === undefined) return { did: 'nothing', what: fault?.kind ?? 'no answer' };
    const answered = { status: answer.status, headers: headersOf(answer, mask) };
    // Of a body that is kept in part nothing else is known.
    const reading = answer.bodyBytes === undefined ? readJson(answer.body) : undefined;
    if (reading?.ok !== true) return { ...answered, did: 'other', what: 'not-json' };
    if (!isObject(reading.value)) return { ...answered, did: 'other', what: 'not-an-object' };
    const body = members.read(reading.value);
    const code = body[members.code];
    const did = doneIn(body[members.result], code);
    if (did === undefined) return { ...answered, did: 'other', what: 'no-envelope' };
    const id = body[members.requestId];
    return {
      ...answered,
      did,
      body: shapeOf(body),
      code: textOf(code),
      message: mask(textOf(body[members.message])),
      requestId: typeof id === 'string' ? requestIdForm(id) : '',
    };
  };
}

/** Features as text: equal where nothing that is compared differs, but for items of empty arrays. */
export function featuresKey(of: Features): string {
  const { did } = of;
  if (did === 'nothing') return `${did} ${of.what}`;
  const head = `${did} ${of.status} ${JSON.stringify([...of.headers])}`;
  if (did === 'other') return `${head} ${of.what}`;
  return `${head} ${JSON.stringify([of.code, of.message, of.requestId])} ${shapeKey(of.body)}`;
}

function doneIn(
  result: JsonValue | undefined,
  code: JsonValue | undefined,
): 'accepted' | 'refused' | undefined {
  if (typeof result === 'boolean') return result ? 'accepted' : 'refused';
  if (typeof code === 'bigint') return code === 0n ? 'accepted' : 'refused';
  return undefined;
}

/** Most answers have the usual headers, as far as any of them is compared: those are taken once. */
function headerTaker(
  usual: Usual,
): (answer: RecordedAnswer, mask: (text: string) => string) => ReadonlyMap<string, string> {
  let common: ReadonlyMap<string, string> | undefined;
  return (answer, mask) => {
    const { headers = [], without = [] } = answer;
    const isOwn = headers.some(([name]) => isCompared(name)) || without.some(isCompared);
    if (isOwn) return headersOf(wholeHeaders(answer, usual), mask);
    return (common ??= headersOf(usual.answerHeaders, mask));
  };
}

function isCompared(name: string): boolean {
  return HEADERS.includes(name.toLowerCase());
}

function headersOf(
  headers: readonly Header[],
  mask: (text: string) => string,
): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (!HEADERS.includes(lower)) continue;
    const shown =
      lower === 'set-cookie' ? (value.split('=')[0] ?? '') : mask(valueOf(lower, value));
    const before = kept.get(lower);
    kept.set(lower, before === undefined ? shown : `${before}, ${shown}`);
  }
  return new Map([...kept].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A media type is the same in capital letters, and with or without a space before its parameters. */
function valueOf(name: string, value: string): string {
  return name === 'content-type'
    ? value
        .toLowerCase()
        .replace(/\s*;\s*/g, '; ')
        .trim()
    : value;
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (value instanceof ExactNumber) return value.number;
  if (typeof value === 'object') return '';
  return String(value);
}
