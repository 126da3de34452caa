import type { Purpose, RecordedExchange } from '../record/exchange.js';
import { curlLine } from './curl.js';
import type { StandIn } from './curl.js';
import { addressOf } from './endpoints.js';
import type { Endpoint } from './endpoints.js';
import type { Wire, WireOutcome } from '../http/exchange.js';
import type { JsonValue } from '../json/json-value.js';
import { readJsonBytes } from '../json/read-json.js';
import type { BytesReading } from '../json/read-json.js';
import type { Redactor } from '../redact/secrets.js';
import { writeJson } from '../json/write-json.js';

/** The longest text of one body that the record keeps, in characters. */
const KEPT_BODY = 16_384;

/** One exchange as the suite sees it: what was recorded, and what came back as it was. */
export interface Sent {
  readonly exchange: RecordedExchange;
  readonly outcome: WireOutcome;
  /** The body read as JSON; absent when no whole answer came. */
  readonly reading?: BytesReading;
}

/** What a request may have that is not the usual: a case of *protocol* changes these. */
export interface Manner {
  readonly method?: string;
  readonly path?: string;
  readonly contentType?: string;
  readonly cookie?: string;
  /** Bytes to send in place of the JSON text. */
  readonly raw?: string;
}

/** Sends requests to the endpoints of one target and records every exchange. */
export interface Client {
  send(
    endpoint: Endpoint,
    body: JsonValue,
    purpose: Purpose,
    trail: RecordedExchange[],
    manner?: Manner,
  ): Promise<Sent>;
}

/**
 * Makes a client.
 *
 * @param wire - the connection to the base URL
 * @param redactor - takes the secrets out of everything that is recorded
 * @param now - the clock, milliseconds since 1970
 * @param signal - aborts the exchange under way when the run is interrupted
 * @param standIns - what stands in a `curl` line for ids that are gone after the run
 */
export function openClient(
  wire: Wire,
  redactor: Redactor,
  now: () => number,
  signal: () => AbortSignal | undefined,
  standIns: () => ReadonlyMap<bigint, StandIn> = () => new Map(),
): Client {
  let count = 0;
  return {
    async send(endpoint, body, purpose, trail, manner = {}) {
      const n = ++count;
      const method = manner.method ?? 'POST';
      const path = manner.path ?? addressOf(endpoint);
      const headers = {
        'content-type': manner.contentType ?? 'application/json',
        accept: 'application/json',
        ...(manner.cookie === undefined ? {} : { cookie: manner.cookie }),
      };
      const bodiless = method === 'GET';
      const text = bodiless ? '' : (manner.raw ?? writeJson(body));
      const startedAt = new Date(now()).toISOString();
      const stop = signal();
      const outcome = await wire.send(
        { method, path, headers, ...(bodiless ? {} : { body: text }) },
        ...(stop === undefined ? [] : [stop]),
      );
      const shownBody = bodiless
        ? ''
        : manner.raw === undefined
          ? writeJson(redactor.value(body))
          : redactor.text(manner.raw);
      const shownPath = redactor.text(path);
      const shownHeaders = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, redactor.text(value)]),
      );
      const exchange: RecordedExchange = {
        n,
        endpoint,
        purpose,
        startedAt,
        durationMs: Math.round(outcome.timing.totalMs * 1000) / 1000,
        sent: { method, path: shownPath, headers: shownHeaders, body: shownBody },
        curl: curlLine(method, shownPath, shownHeaders, shownBody, standIns()),
        ...recordedOutcome(outcome, redactor),
      };
      trail.push(exchange);
      return outcome.answer === undefined
        ? { exchange, outcome }
        : { exchange, outcome, reading: readJsonBytes(outcome.answer.body) };
    },
  };
}

const lenient = new TextDecoder();

/** So much of a body is looked at that what is kept of it holds no part of a secret that was cut. */
const READ_BODY = 8 * KEPT_BODY;

function beginningOf(body: Uint8Array = new Uint8Array()): string {
  return lenient.decode(body.subarray(0, READ_BODY));
}

function recordedOutcome(
  outcome: WireOutcome,
  redactor: Redactor,
): Pick<RecordedExchange, 'answer' | 'fault'> {
  if (outcome.answer !== undefined) {
    const { status, headers, body } = outcome.answer;
    return {
      answer: {
        status,
        headers: headers.map(([name, value]) => [redactor.text(name), redactor.text(value)]),
        body: redactor.text(beginningOf(body)).slice(0, KEPT_BODY),
        bodyBytes: body.length,
      },
    };
  }
  const { kind, message, status, partialBody } = outcome.fault;
  return {
    fault: { kind, message: redactor.text(message).slice(0, 1000) },
    ...(status === undefined
      ? {}
      : {
          answer: {
            status,
            headers: [],
            body: redactor.beginning(beginningOf(partialBody)).slice(0, KEPT_BODY),
            bodyBytes: partialBody?.length ?? 0,
          },
        }),
  };
}
