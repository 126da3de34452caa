import type { Call, Reply } from '../call.js';

/** Writes bytes past the HTTP library and ends the connection. */
export function writeRaw({ response }: Call, bytes: string | Buffer): void {
  response.socket?.end(bytes);
}

/** The beginning of an answer with the reply's headers, those given in place of them. */
export function head(reply: Reply, changed: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries({ ...reply.headers, ...changed }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\r\n`],
  );
  return `HTTP/1.1 ${reply.status} OK\r\n${lines.join('')}\r\n`;
}

/** One chunk of a chunked body. */
export function chunk(bytes: Buffer | string): string {
  const body = bytes.toString();
  return `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`;
}

/** Ends the connection with a TCP reset, nothing answered. */
export function reset({ response }: Call): void {
  response.socket?.resetAndDestroy();
}
