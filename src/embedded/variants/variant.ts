import type { Alteration } from '../alterations/alteration.js';

/** A server that is unusual and keeps the document all the same. */
export interface Variant {
  readonly id: string;
  /** What is unusual about it, in one sentence. */
  readonly does: string;
  readonly alter: Alteration;
  /** False: it answers one request a connection. */
  readonly keepAlive?: false;
}
