import { startEmbedded } from '../../embedded/start.js';
import { reasonOf } from '../../report/reason.js';
import { indexRecord } from '../../report/record-index.js';
import { drive } from '../run/drive.js';
import { openRun } from '../run/open-run.js';
import { isCaught } from './judge-proof.js';
import type { ProofRun, ProofTarget } from './target.js';
import { toldIn } from './told.js';

/**
 * The settings of the proof: nothing but what a user can set too. The embedded CMDB is on this
 * machine, and its slowest right variant answers well within these.
 */
const SETTINGS = {
  CMDB_LOOKUP_WAIT_MS: '1500',
  CMDB_FIRST_BYTE_TIMEOUT_MS: '3000',
  CMDB_TOTAL_TIMEOUT_MS: '4500',
} as const;

/**
 * Runs the suite, in this process, against one server, as against any other target. A full run sends
 * all that a quick one does, and rounds: where a defect is caught without them, they are not run.
 */
export async function runTarget(target: ProofTarget): Promise<ProofRun> {
  if (target.kind === 'defect' && target.effort !== 'quick') {
    const quick = await runOnce({ ...target, effort: 'quick' });
    if (isCaught(quick)) return { ...quick, target };
  }
  return runOnce(target);
}

async function runOnce(target: ProofTarget): Promise<ProofRun> {
  const begun = performance.now();
  const server = await startEmbedded(target.kind === 'sound' ? {} : { [target.kind]: target.id });
  try {
    return await runAgainst(target, server.settings, begun);
  } finally {
    await server.close();
  }
}

async function runAgainst(
  target: ProofTarget,
  environment: Readonly<Record<string, string>>,
  begun: number,
): Promise<ProofRun> {
  const run = await openRun({
    commandLine: SETTINGS,
    environment,
    out: '',
    inMemory: true,
    only: [],
    strict: false,
    effort: target.effort ?? 'full',
    endpoints: [],
    frontEnd: 'run',
    fullCommand: 'npx cmdb-conformance prove',
  });
  try {
    const record = await drive(run.session, () => undefined);
    const index = indexRecord(record);
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
      reasons: Object.fromEntries(
        open.map((one) => [one.id, (reasonOf(index, one)?.en ?? '').slice(0, 300)]),
      ),
      told: toldIn(record),
      exchanges: record.counts.exchanges,
    };
  } finally {
    await run.close();
  }
}
