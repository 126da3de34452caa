import { drive } from '../drive.js';
import { openRun } from '../open-run.js';
import type { ProofRun, ProofTarget } from './target.js';

/**
 * The settings of the proof: nothing but what a user can set too. The embedded CMDB is on this
 * machine, and its slowest right variant answers well within these.
 */
const SETTINGS = {
  CMDB_LOOKUP_WAIT_MS: '1500',
  CMDB_FIRST_BYTE_TIMEOUT_MS: '1500',
  CMDB_TOTAL_TIMEOUT_MS: '2500',
} as const;

/** Runs the whole suite, in this process, against one server. */
export async function runTarget(target: ProofTarget): Promise<ProofRun> {
  const begun = performance.now();
  const embedded =
    target.kind === 'defect'
      ? { defect: target.id }
      : target.kind === 'variant'
        ? { variant: target.id }
        : {};
  const run = await openRun({
    commandLine: SETTINGS,
    environment: {},
    out: '',
    inMemory: true,
    only: [],
    strict: false,
    frontEnd: 'run',
    fullCommand: 'npx cmdb-conformance prove',
    embedded,
  });
  try {
    const record = await drive(run.session, () => undefined);
    const open = record.requirements.filter(
      ({ status }) => status === 'failed' || status === 'inconclusive',
    );
    return {
      target,
      outcome: record.outcome,
      exitCode: record.exitCode,
      durationMs: performance.now() - begun,
      failed: record.requirements
        .filter(({ status }) => status === 'failed')
        .map(({ id, level }) => ({ id, level })),
      inconclusive: record.requirements
        .filter(({ status }) => status === 'inconclusive')
        .map(({ id }) => id),
      reasons: Object.fromEntries(open.map(({ id, reason }) => [id, (reason ?? '').slice(0, 300)])),
      exchanges: record.counts.exchanges,
    };
  } finally {
    await run.close();
  }
}
