import type { Variables } from '../../src/config/origin.js';
import { openCleanup } from '../../src/engine/ledger/cleanup.js';
import type { Cleanup, CleanupOf } from '../../src/engine/ledger/cleanup.js';
import { readLedger } from '../../src/engine/ledger/read-ledger.js';
import type { LedgerLine } from '../../src/engine/ledger/ledger.js';
import type { SessionOptions } from '../../src/engine/session-options.js';
import type { Leftover } from '../../src/record/record.js';
import type { Planned } from '../../src/record/planned.js';
import { sessionParts } from './a-session.js';

/** What is open in a ledger. */
export function openIn(ledger: string): readonly LedgerLine[] {
  const { open, problem } = readLedger(ledger);
  if (open === undefined) throw new Error(`line ${problem.line}: ${problem.words ?? ''}`);
  return open;
}

/** What came of a cleanup. */
export interface Cleaned {
  readonly found: readonly Planned[];
  readonly left: readonly Leftover[];
  readonly ended: ReturnType<Cleanup['ended']>['why'];
  /** Whether anything of the API ever answered. */
  readonly answered: boolean;
  /** The ledger with what the cleanup wrote. */
  readonly ledger: string;
}

/** Cleans up by a ledger, or by what carries the suite's mark. */
export async function cleanUp(
  variables: Variables,
  by: string | { readonly isMeant: (name: string) => boolean },
  more: Partial<SessionOptions> = {},
): Promise<Cleaned> {
  let ledger = typeof by === 'string' ? by : '';
  const parts = await sessionParts(variables, {
    writeLedger: (line) => (ledger += line),
    ...more,
  });
  const what: CleanupOf = typeof by === 'string' ? { lines: openIn(by) } : by;
  const [judged] = parts.endpoints.flatMap(({ effect, ...one }) =>
    effect === undefined ? [] : [{ ...one, effect }],
  );
  if (judged === undefined) throw new Error('no endpoint has an effect');
  const cleanup = openCleanup(parts, judged, what);
  const found = await cleanup.look();
  await cleanup.remove();
  await parts.wire.close();
  const { why: ended, hasApiAnswered: answered } = cleanup.ended();
  return { found, left: cleanup.left(), ended, answered, ledger };
}
