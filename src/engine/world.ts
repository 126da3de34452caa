/** What a run needs of the world around it. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Does something later, unless it is called off; keeps no process alive. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  /** A name for a run that no other has: see `run-id.ts`. */
  readonly runId: () => string;
}
