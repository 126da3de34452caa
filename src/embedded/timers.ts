/** Timers that end together. */
export interface Timers {
  /** Does something after some milliseconds, unless cleared before. */
  readonly later: (milliseconds: number, action: () => void) => void;
  /** Ends all timers that are still running; later ones never start. */
  readonly clear: () => void;
}

/** Makes an empty set of timers. They do not keep the process alive. */
export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>();
  let cleared = false;
  return {
    later: (milliseconds, action) => {
      if (cleared) return;
      const timer = setTimeout(() => {
        running.delete(timer);
        action();
      }, milliseconds);
      timer.unref();
      running.add(timer);
    },
    clear: () => {
      cleared = true;
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}
