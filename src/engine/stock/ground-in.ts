import type { LedgerLine } from '../ledger/ledger.js';

/**
 * Ids of what the suite made for requests to stand on, by a ledger.
 *
 * @param lines - what is open in it
 * @param kind - what the requests create, which nothing stands on
 */
export function groundIn(lines: readonly LedgerLine[], kind: string): ReadonlySet<bigint> {
  return new Set(
    lines.flatMap((line) => (line.kind === kind || line.id === undefined ? [] : [BigInt(line.id)])),
  );
}
