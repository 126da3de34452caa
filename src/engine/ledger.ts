import type { Entry, Made } from '../effects/means.js';

/** What a line of the ledger says. */
export type LedgerStep = 'about-to-create' | 'created' | 'removed' | 'not-created';

/** One line of the ledger: a thing that the suite made, or was about to make, on a target. */
export interface LedgerLine extends Made {
  readonly step: LedgerStep;
  /** Which creation of this run it is about; ties the lines of one creation together. */
  readonly creation: number;
  /** int64 id as decimal text, once it is known. */
  readonly id?: string;
}

/** The append-only account of everything the suite created or was about to create on a target. */
export interface Ledger {
  /** Writes that something is about to be made. */
  readonly enter: (made: Made) => Entry;
  /** The same, with a name of its own for it. */
  readonly enterNamed: (made: Omit<Made, 'name'>) => {
    readonly entry: Entry;
    readonly name: string;
  };
  /** Everything that was created, or may have been, and is not known to be removed. */
  readonly open: () => readonly LedgerLine[];
}

/** Before the name of everything that the suite gives a name of its own. */
const MARK = 'cmdb-conformance';

/**
 * Begins a ledger. A line is written before what it tells of is done, so that a crash right after it
 * loses nothing.
 *
 * @param write - appends one text line to durable storage (synchronously); given by the shell
 * @param runId - tells the names of this run from those of others
 */
export function openLedger(write: (line: string) => void, runId: string): Ledger {
  const open = new Map<number, LedgerLine>();
  let creations = 0;
  const append = (line: LedgerLine): void => {
    write(`${JSON.stringify(line)}\n`);
    if (line.step === 'removed' || line.step === 'not-created') open.delete(line.creation);
    else open.set(line.creation, line);
  };
  const enter = (made: Made, creation: number): Entry => {
    let known: LedgerLine = { step: 'about-to-create', ...made, creation };
    const say = (step: LedgerStep): void => {
      known = { ...known, step };
      append(known);
    };
    append(known);
    return {
      created(id) {
        if (id !== undefined) known = { ...known, id: id.toString() };
        say('created');
      },
      notCreated() {
        say('not-created');
      },
      removed() {
        say('removed');
      },
      isOpen: () =>
        known.step === 'about-to-create' || (known.step === 'created' && known.id === undefined),
    };
  };
  return {
    enter: (made) => enter(made, ++creations),
    enterNamed(made) {
      const creation = ++creations;
      const name = `${MARK}-${runId}-${creation}`;
      return { entry: enter({ ...made, name }, creation), name };
    },
    open: () => [...open.values()],
  };
}
