import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { messageOf } from './message-of.js';

/** What came of undoing the content codings of a body. */
export type Decoded =
  | { readonly body: Uint8Array; readonly problem?: never }
  | { readonly problem: 'too-large' | 'broken'; readonly message: string; readonly body?: never };

/** More codings than this are no way to answer. */
const MOST_CODINGS = 3;

/** As much of an unknown coding is told. */
const LONGEST_NAME = 40;

/**
 * Undoes the content codings of a body (RFC 9110 section 8.4), the last one first, and stops as
 * soon as more than `cap` bytes come out, so that a compression bomb is never expanded. A body
 * without bytes is empty under any coding. A character set is no coding, though servers name one
 * there: the body is as it is.
 *
 * @param sent - the body as sent
 * @param coding - value of the header `content-encoding`, empty for none
 * @param cap - bytes
 */
export function decodeBody(sent: Uint8Array, coding: string, cap: number): Decoded {
  if (coding === '') return bounded(sent, cap);
  const codings = coding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => decoders.has(name) || !leavesAsIs(name))
    .reverse();
  if (codings.length > MOST_CODINGS) {
    return { problem: 'broken', message: `more than ${MOST_CODINGS} content codings` };
  }
  let body = sent;
  for (const name of body.length === 0 ? [] : codings) {
    const decode = decoders.get(name);
    if (decode === undefined) {
      return { problem: 'broken', message: `unknown content coding: ${shown(name)}` };
    }
    try {
      body = decode(body, { maxOutputLength: cap });
    } catch (error) {
      return isTooLarge(error)
        ? tooLarge(cap)
        : {
            problem: 'broken',
            message: `the content coding ${name} is broken: ${messageOf(error)}`,
          };
    }
  }
  return bounded(body, cap);
}

/** Besides `identity`, what other headers mean by "nothing was done" (RFC 2045 section 6.2). */
const AS_IS: ReadonlySet<string> = new Set(['', 'identity', 'none', '7bit', '8bit', 'binary']);

function leavesAsIs(name: string): boolean {
  return AS_IS.has(name) || isCharacterSet(name.replace(/^charset=/, '').replace(/^"(.*)"$/, '$1'));
}

function isCharacterSet(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

/** The server may name its coding at any length. */
function shown(name: string): string {
  return messageOf(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
}

type Decode = (sent: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflate],
  ['br', brotliDecompressSync],
]);

/** Some servers leave out the zlib wrapper (RFC 9110 section 8.4.1.2, note). */
function inflate(sent: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array {
  const wrapped = ((sent[0] ?? 0) & 0x0f) === 0x08;
  return wrapped ? inflateSync(sent, options) : inflateRawSync(sent, options);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function bounded(body: Uint8Array, cap: number): Decoded {
  return body.length > cap ? tooLarge(cap) : { body };
}

function tooLarge(cap: number): Decoded {
  return { problem: 'too-large', message: `the body has more than ${cap} bytes expanded` };
}
