/** Headers in their order, names as sent. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** Pairs the names and values that stand in turns in Node's raw headers. */
export function headerPairs(raw: readonly string[]): HeaderPairs {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return pairs;
}

/** The values of a header, joined by commas (RFC 9110 section 5.3); empty when it is absent. */
export function headerValue(headers: HeaderPairs, name: string): string {
  let joined: string | undefined;
  for (const [given, value] of headers) {
    if (given.length !== name.length || given.toLowerCase() !== name) continue;
    joined = joined === undefined ? value : `${joined},${value}`;
  }
  return joined ?? '';
}

/**
 * Whether a connection had better not be used again although its server does not close it: one of
 * HTTP/1.0, where `keep-alive` was never standard (RFC 9112 appendix C.2.2), or one that
 * `Keep-Alive: timeout=` promises for a second at most.
 */
export function keptShortly(httpVersion: string, headers: HeaderPairs): boolean {
  if (httpVersion === '1.0') return true;
  const promised = /\btimeout\s*=\s*([0-9]+)/i.exec(headerValue(headers, 'keep-alive'))?.[1];
  return promised !== undefined && Number(promised) <= 1;
}
