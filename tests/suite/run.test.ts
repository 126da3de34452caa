import { expect, it } from 'vitest';
import { runAll, withStatus } from './a-run.js';
it('x', async () => {
  const t = performance.now();
  const record = await runAll({});
  console.error(
    performance.now() - t,
    record.outcome,
    record.counts,
    withStatus(record, 'failed'),
    withStatus(record, 'inconclusive'),
    withStatus(record, 'not-applicable'),
    record.notes,
  );
  expect(record.outcome).toBe('conformant');
});
