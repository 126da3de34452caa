import { parentPort } from 'node:worker_threads';
import { runTarget } from './run-target.js';
import type { ProofRun, ProofTarget } from './target.js';

/** Runs one server after another, as they are sent, several at a time when they mostly wait. */
parentPort?.on('message', (target: ProofTarget) => {
  runTarget(target)
    .catch((error: unknown): ProofRun => {
      const crashed = error instanceof Error ? error.message : String(error);
      return {
        target,
        outcome: 'crashed',
        exitCode: 5,
        durationMs: 0,
        failed: [],
        inconclusive: [],
        reasons: {},
        told: [],
        exchanges: 0,
        crashed,
      };
    })
    .then((run) => {
      parentPort?.postMessage(run);
    })
    .catch(() => undefined);
});
