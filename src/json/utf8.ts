/**
 * Where bytes stop being UTF-8 (RFC 3629): the place of the first byte of the first sequence that
 * is not right or not whole; the length of the bytes when all are. Takes n log n time.
 */
export function offsetOfBadUtf8(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // The last sequence may have begun up to three bytes before the byte that it broke at.
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good -= 1;
  return good;
}

/** @param open - whether the last sequence may be cut */
function decodes(bytes: Uint8Array, open: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: open });
    return true;
  } catch {
    return false;
  }
}
