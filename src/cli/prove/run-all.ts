import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ProofRun, ProofTarget } from './target.js';

/** Runs under way in one worker: some servers mostly make it wait. */
const AT_ONCE = 3;

/**
 * Runs all targets, spread over the processors.
 *
 * @param told - hears of each run when it is over
 * @returns the runs, in the order of the targets
 */
export async function runAll(
  targets: readonly ProofTarget[],
  told: (run: ProofRun) => void,
): Promise<ProofRun[]> {
  const queue = [...targets];
  const done = new Map<string, ProofRun>();
  const worker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(new URL('./worker.js', import.meta.url));
      let under = 0;
      const next = (): void => {
        const target = queue.shift();
        if (target !== undefined) {
          under += 1;
          thread.postMessage(target);
        } else if (under === 0) {
          void thread.terminate().then(() => {
            resolve();
          });
        }
      };
      thread.on('message', (run: ProofRun) => {
        under -= 1;
        done.set(keyOf(run.target), run);
        told(run);
        next();
      });
      thread.on('error', reject);
      for (let n = 0; n < AT_ONCE; n += 1) next();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return targets.flatMap((target) => {
    const run = done.get(keyOf(target));
    return run === undefined ? [] : [run];
  });
}

function keyOf({ kind, id }: ProofTarget): string {
  return `${kind} ${id}`;
}
