import { INTERRUPTED } from './exit-code.js';

/** What ends a run early. Playwright itself knows the first one only. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** So long Playwright may take to come to the end: it waits minutes for a worker that just begins. */
const PATIENCE_MS = 2500;
/** So long it may take then, to write its own report. */
const LAST_MS = 1000;

/**
 * Ends the tests on a signal, cleaned up and with their record.
 *
 * @param interrupt - called once, with the signal's name
 * @param end - cleans up and writes the record; may be under way already
 * @returns takes the handlers away
 */
export function endOnSignals(
  interrupt: (signal: string) => void,
  end: () => Promise<void>,
): () => void {
  let isEnding = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isEnding) return;
    isEnding = true;
    interrupt(signal);
    // By this one Playwright stops its workers and comes to the end of the run.
    if (signal !== 'SIGINT') process.kill(process.pid, 'SIGINT');
    setTimeout(() => {
      void end().then(() => setTimeout(() => process.exit(INTERRUPTED), LAST_MS).unref());
    }, PATIENCE_MS).unref();
  };
  for (const signal of ENDING) process.on(signal, stop);
  return () => {
    for (const signal of ENDING) process.off(signal, stop);
  };
}
