import type { Settings } from '../../config/settings.js';
import type { Entering, Entry, Made } from '../../effects/means.js';
import { MARK } from '../../effects/mark.js';
import type { Said } from '../../record/problem.js';

/** What a line of the ledger says. */
export type LedgerStep = 'about-to-create' | 'created' | 'removed' | 'not-created';

/**
 * One line of the ledger: a thing that a run made, or was about to make, on a target. Each line says
 * all that it takes to find the thing and to remove it.
 */
export interface LedgerLine extends Made {
  readonly step: LedgerStep;
  /** The run, and which creation of it: they tie the lines of one creation together. */
  readonly run: string;
  readonly creation: number;
  /** Base URL. */
  readonly target: string;
  /** int64 id as decimal text, once it is known. */
  readonly id?: string;
}

/**
 * Appends one line to the ledger.
 *
 * @param isAhead - true where the line tells of something that is about to be made: it has to be on
 *   disk before this returns, and this throws where it can't be. Any other line only saves work.
 */
export type WriteLedger = (line: string, isAhead: boolean) => void;

/** The append-only account of everything the suite created or was about to create on a target. */
export interface Ledger extends Entering {
  /** Writes that something was found that nobody entered before. */
  readonly enterFound: (made: Made, id: bigint) => Entry;
  /** Goes on with what another run has left. */
  readonly resume: (line: LedgerLine) => Entry;
  /** Everything that was created, or may have been, and is not known to be removed. */
  readonly open: () => readonly OpenLine[];
}

/** Something that is open, and how its removal was refused last. */
export interface OpenLine extends LedgerLine {
  readonly said?: Said;
}

/** What the embedded CMDB of a run is called: it is gone when the run is, with all that it holds. */
export const EMBEDDED = 'embedded';

/** The name of a target in the ledger. */
export function ledgerTarget({
  embedded,
  baseUrl,
}: Pick<Settings, 'embedded' | 'baseUrl'>): string {
  return embedded ? EMBEDDED : baseUrl;
}

/**
 * Begins a ledger. A line is written before what it tells of is done, so that a crash right after it
 * loses nothing.
 *
 * @param whose - the run that it is of, and its target
 */
export function openLedger(write: WriteLedger, whose: Pick<LedgerLine, 'run' | 'target'>): Ledger {
  const open = new Map<string, LedgerLine>();
  const refusals = new Map<string, Said>();
  let creations = 0;
  const append = (line: LedgerLine): void => {
    write(`${JSON.stringify(line)}\n`, line.step === 'about-to-create');
    note(open, line);
  };
  const enter = (first: LedgerLine): Entry => {
    let known = first;
    const say = (step: LedgerStep): void => {
      known = { ...known, step };
      append(known);
    };
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
      notRemoved(said) {
        refusals.set(keyOf(known), said);
      },
      isOpen: () =>
        known.step === 'about-to-create' || (known.step === 'created' && known.id === undefined),
    };
  };
  const begin = (step: LedgerStep, creation: number, made: Made, id?: bigint): Entry => {
    const told = id === undefined ? {} : { id: id.toString() };
    const line = { step, ...whose, creation, ...made, ...told };
    append(line);
    return enter(line);
  };
  return {
    enter: (made) => begin('about-to-create', ++creations, made),
    enterNamed(made, ending) {
      const creation = ++creations;
      const name = `${MARK}-${whose.run}-${ending ?? creation}`;
      return { entry: begin('about-to-create', creation, { ...made, name }), name };
    },
    enterFound: (made, id) => begin('created', ++creations, made, id),
    resume(line) {
      note(open, line);
      return enter(line);
    },
    open: () =>
      [...open].map(([key, line]) => {
        const said = refusals.get(key);
        return said === undefined ? line : { ...line, said };
      }),
  };
}

/** Keeps what is open by the lines so far: the last line about a creation counts. */
export function note(open: Map<string, LedgerLine>, line: LedgerLine): void {
  const key = keyOf(line);
  if (line.step === 'removed' || line.step === 'not-created') open.delete(key);
  else open.set(key, line);
}

function keyOf({ run, creation }: LedgerLine): string {
  return `${run} ${creation}`;
}
