import type { Binding } from '../../binding/binding.js';
import type { EndpointOutline } from '../../contract/outline.js';
import type { Wire } from '../../http/exchange.js';
import { isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { readJson, readJsonBytes } from '../../json/read-json.js';
import { writeJson } from '../../json/write-json.js';
import type { Sent } from '../../judge/sent.js';
import type { Purpose, RecordedExchange } from '../../record/exchange.js';
import type { Redactor } from '../../redact/secrets.js';
import { keptOutcome } from './kept-outcome.js';

/** What a request may have that is not the usual: a case of *protocol* changes these. */
export interface Manner {
  readonly method?: string;
  readonly path?: string;
  readonly contentType?: string;
  readonly cookie?: string;
  /** Bytes to send in place of the JSON text, made from it. */
  readonly raw?: (text: string) => string;
}

/** Sends requests to the endpoints of one target and records every exchange. */
export interface Client {
  /** @param request - its members by the names of the documents, the credentials among them */
  readonly send: (
    outline: Pick<EndpointOutline, 'endpoint' | 'address' | 'method'>,
    request: JsonObject,
    purpose: Purpose,
    trail: RecordedExchange[],
    manner?: Manner,
  ) => Promise<Sent>;
}

/** Who the suite is, for firewalls that want a name. */
function userAgent(version: string): string {
  return `cmdb-conformance/${version}`;
}

/**
 * Makes a client.
 *
 * @param wire - the connection to the base URL
 * @param binding - how requests travel
 * @param redactor - takes the secrets out of everything that is recorded
 * @param now - the clock, milliseconds since 1970
 * @param signal - aborts the exchange under way when the run is interrupted
 * @param version - of the suite
 */
export function openClient(
  wire: Wire,
  binding: Binding,
  redactor: Redactor,
  now: () => number,
  signal: () => AbortSignal,
  version: string,
): Client {
  const startedAt = now();
  let count = 0;
  return {
    async send(outline, request, purpose, trail, manner = {}) {
      const n = ++count;
      const method = manner.method ?? outline.method;
      const path = manner.path ?? binding.address(outline);
      const outgoing = binding.send(request);
      const headers = {
        'content-type': manner.contentType ?? 'application/json',
        accept: 'application/json',
        'user-agent': userAgent(version),
        ...outgoing.headers,
        ...(manner.cookie === undefined ? {} : { cookie: manner.cookie }),
      };
      const isBodiless = method === 'GET';
      const written = (body: JsonValue): string => {
        const text = writeJson(body);
        return manner.raw === undefined ? text : manner.raw(text);
      };
      // It takes as long as the answer does, and is made while that is on its way.
      let sent: RecordedExchange['sent'] | undefined;
      const recorded = (): RecordedExchange['sent'] =>
        (sent ??= {
          method,
          path: redactor.text(path),
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, shownHeader(value, redactor)]),
          ),
          body: isBodiless ? '' : written(redactor.value(outgoing.body)),
        });
      const outcome = await wire.send(
        {
          ...{ method, path, headers, onSent: recorded },
          ...(isBodiless ? {} : { body: written(outgoing.body) }),
        },
        signal(),
      );
      // Counted back from here, so that the answers of a record end in the order in which they came.
      const { totalMs } = outcome.timing;
      const atMs = Math.max(0, now() - startedAt - totalMs);
      const exchange: RecordedExchange = {
        n,
        endpoint: outline.endpoint,
        purpose,
        atMs: rounded(atMs),
        durationMs: rounded(totalMs),
        sent: recorded(),
        ...keptOutcome(outcome, redactor),
      };
      trail.push(exchange);
      return outcome.answer === undefined
        ? { exchange, outcome }
        : { exchange, outcome, reading: readJsonBytes(outcome.answer.body) };
    },
  };
}

/** A binding may send credentials in a header, as JSON: they are masked as in a body. */
function shownHeader(value: string, redactor: Redactor): string {
  const reading = value.startsWith('{') ? readJson(value) : undefined;
  return reading?.ok === true && isObject(reading.value)
    ? writeJson(redactor.value(reading.value))
    : redactor.text(value);
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
