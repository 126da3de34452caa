import { isMembers, readJson } from './json.js';
import type { Members } from './json.js';
import { ESB, refuse } from './refusal.js';
import type { Refusal } from './refusal.js';

/** What of an HTTP request the parameters are read from. */
export interface Received {
  readonly method: string;
  readonly query: string;
  readonly contentType: string;
  /** What the client calls itself; empty where it does not. */
  readonly userAgent: string;
  /** The value of a header by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
  /** True when the body was over the limit; it was not kept then. */
  readonly oversized: boolean;
}

/** Django's DATA_UPLOAD_MAX_MEMORY_SIZE: bytes of a body. */
export const MAX_BODY_BYTES = 2_621_440;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const OPENING_BRACE = 0x7b;
const FORM = /^application\/x-www-form-urlencoded\b/i;

/**
 * Reads the parameters as the ESB of PaaS 2.14 does (`get_request_params`): of a GET from the query
 * only; of a POST from the JSON body, if it begins with `{`, whatever its content type; else from a
 * form. A body that is neither carries no parameters. (The ESB reads multipart forms as well; here
 * they carry none. No form can create anything: its values are strings, and ids are not.)
 *
 * @returns the parameters; values of a query or a form are strings
 */
export function decode(received: Received): Members | Refusal {
  if (received.oversized) {
    return refuse('protocol', ESB.argument, 'Request body is too large', 400);
  }
  if (received.method === 'GET') return lastOfEach(new URLSearchParams(received.query));
  if (firstByte(received.body) === OPENING_BRACE) return decodeJson(received.body);
  return FORM.test(received.contentType)
    ? lastOfEach(new URLSearchParams(received.body.toString()))
    : {};
}

function firstByte(body: Buffer): number | undefined {
  // The white space that Python's bytes.strip() removes.
  return body.find((byte) => byte !== 0x20 && (byte < 0x09 || byte > 0x0d));
}

function decodeJson(body: Buffer): Members | Refusal {
  try {
    const value = readJson(UTF8.decode(body));
    if (isMembers(value)) return value;
  } catch {
    // Not UTF-8, not JSON or nested beyond the stack: the same to the ESB.
  }
  return refuse(
    'protocol',
    ESB.common,
    'Request JSON string is wrong in format, which cannot be analyzed.',
  );
}

/** Of a repeated name the last value counts. */
function lastOfEach(pairs: URLSearchParams): Members {
  return Object.fromEntries(pairs);
}
