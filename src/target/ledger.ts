/** What a line of the ledger says. */
export type LedgerStep = 'about-to-create' | 'created' | 'removed' | 'not-created';

/** One line of the ledger: a thing that the suite made, or was about to make, on a target. */
export interface LedgerLine {
  readonly step: LedgerStep;
  readonly kind: 'association' | 'instance';
  /** Model of the instance, or the association's `bk_obj_asst_id`. */
  readonly of: string;
  /** Which creation of this run it is about; ties the lines of one creation together. */
  readonly creation: number;
  /** int64 id as decimal text, once it is known. */
  readonly id?: string;
  /** `bk_inst_name` of an instance. */
  readonly name?: string;
  /** Sides of an association, as decimal text. */
  readonly between?: readonly [source: string, target: string];
}

/** The append-only account of everything the suite created or was about to create on a target. */
export interface Ledger {
  /** Writes one line before it returns, so that a crash right after it loses nothing. */
  append(line: LedgerLine): void;
  /** Everything that was created, or may have been, and is not known to be removed. */
  open(): readonly LedgerLine[];
  /** The number for the next creation. */
  nextCreation(): number;
}

/**
 * Begins a ledger.
 *
 * @param write - appends one text line to durable storage (synchronously); given by the shell
 */
export function openLedger(write: (line: string) => void): Ledger {
  const open = new Map<number, LedgerLine>();
  let creations = 0;
  return {
    append(line) {
      write(`${JSON.stringify(line)}\n`);
      if (line.step === 'removed' || line.step === 'not-created') open.delete(line.creation);
      else open.set(line.creation, line);
    },
    open: () => [...open.values()],
    nextCreation: () => ++creations,
  };
}
