import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';

/** What came of undoing a content coding. */
export type Decoded =
  | { readonly body: Uint8Array; readonly problem?: never }
  | { readonly problem: 'too-large' | 'broken'; readonly message: string; readonly body?: never };

/**
 * Undoes the content codings of a body (RFC 9110 section 8.4), the last one first, and stops as
 * soon as more than `cap` bytes come out, so that a compression bomb is never expanded.
 *
 * @param coding - value of the header `content-encoding`, empty for none
 * @param cap - bytes
 */
export async function decodeBody(sent: Uint8Array, coding: string, cap: number): Promise<Decoded> {
  let body = sent;
  const codings = coding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (codings.length > 3) return { problem: 'broken', message: 'more than three content codings' };
  for (const name of codings.reverse()) {
    const stream = decoderOf(name);
    if (stream === undefined) {
      return { problem: 'broken', message: `unknown content coding ${name.slice(0, 40)}` };
    }
    const decoded = await expand(body, stream, cap);
    if (decoded.body === undefined) return decoded;
    body = decoded.body;
  }
  return body.length > cap
    ? { problem: 'too-large', message: `more than ${cap} bytes expanded` }
    : { body };
}

function decoderOf(coding: string): Transform | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

function expand(sent: Uint8Array, stream: Transform, cap: number): Promise<Decoded> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= cap) return;
      stream.destroy();
      resolve({ problem: 'too-large', message: `more than ${cap} bytes expanded` });
    });
    stream.on('end', () => {
      resolve({ body: Buffer.concat(chunks) });
    });
    stream.on('error', (error: Error) => {
      resolve({ problem: 'broken', message: `the content coding is broken: ${error.message}` });
    });
    stream.end(sent);
  });
}
