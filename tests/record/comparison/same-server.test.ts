import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { EmbeddedOptions } from '../../../src/embedded/start.js';
import type { RunRecord } from '../../../src/record/record.js';
import { runAll } from '../../engine/a-run.js';
import { compared } from './compared.js';

/** The others send many requests more that are refused alike. */
const CATEGORIES = ['success', 'missing-field', 'semantics', 'protocol'];

/** Runs one after another against one server, whose ids go on. */
async function runs(times: number, options: EmbeddedOptions = {}): Promise<RunRecord[]> {
  const server = await startEmbedded(options);
  const records: RunRecord[] = [];
  for (let n = 0; n < times; n += 1) {
    records.push(await runAll(server.settings, { effort: 'quick', only: CATEGORIES }));
  }
  await server.close();
  return records;
}

/** What differs, in short. */
function told(before: RunRecord, after: RunRecord): unknown {
  const { differences, requirements, reservations, exitCode } = compared(before, after);
  const others = reservations.filter(({ kind }) => kind !== 'partial');
  return { differences, requirements, others, exitCode };
}

const NOTHING = { differences: [], requirements: [], others: [], exitCode: 0 };

describe('runs against one server', () => {
  it('differ in nothing, over all pairs, also with other instances', async () => {
    const records = [
      ...(await runs(4)),
      ...(await runs(1)),
      // Instances with other ids, and answers in another order of members.
      ...(await runs(1, { variant: 'instance-ids-above-2-53' })),
      ...(await runs(1, { variant: 'keys-reversed' })),
    ];
    const pairs = records.flatMap((before, at) =>
      records.slice(at + 1).map((after) => told(before, after)),
    );
    expect(pairs).toHaveLength(21);
    for (const pair of pairs) expect(pair).toEqual(NOTHING);
    const [first, second] = records;
    expect(first && second && compared(first, second).compared).toBeGreaterThan(50);
  });
});
