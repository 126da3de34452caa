/** What ends a run early. Playwright itself knows the first one only. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the tests on a signal, cleaned up and with their record.
 *
 * @param interrupt - called once, with the signal's name
 * @returns takes the handlers away
 */
export function endOnSignals(interrupt: (signal: string) => void): () => void {
  let isEnding = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isEnding) return;
    isEnding = true;
    interrupt(signal);
    // By this one Playwright stops its workers and comes to the end of the run.
    if (signal !== 'SIGINT') process.kill(process.pid, 'SIGINT');
  };
  for (const signal of ENDING) process.on(signal, stop);
  return () => {
    for (const signal of ENDING) process.off(signal, stop);
  };
}
