import type { Alteration } from '../alterations/alteration.js';

/** A server, or a way there, that is unusual and right all the same. */
export interface Variant {
  readonly id: string;
  /** What is unusual about it, in one sentence. */
  readonly does: string;
  readonly alter: Alteration;
  /** False: it answers one request a connection. */
  readonly keepAlive?: false;
  /** Variables of a run that are other than the embedded CMDB's own; an empty one is not set. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What a run must end as; with 0 and nothing more to tell where this is not said. */
  readonly expects?: Expected;
}

/** What a run that blames only the server has to end as, and to tell. */
export interface Expected {
  readonly exit: 0 | 2 | 3 | 4;
  /** Kind of the ending, note or problem that tells what was met. */
  readonly cause?: string;
  /** Words, variables for example, that stand in what is told of it. */
  readonly names?: readonly string[];
}
