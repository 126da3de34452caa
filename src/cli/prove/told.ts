import type { RunRecord } from '../../record/record.js';
import { reasonOf } from '../../report/reason.js';
import { indexRecord } from '../../report/record-index.js';
import { thingOf } from '../../report/sentences/about.js';
import { noteSentence } from '../../report/sentences/note.js';
import { outcomeSentence } from '../../report/sentences/outcome.js';

/** One thing that the reader of a record is told besides the verdicts. */
export interface Told {
  /** Kind of the ending, the note or the problem. */
  readonly kind: string;
  /** In what words, in English. */
  readonly says: string;
}

/** So much of a sentence is kept. */
const LONGEST = 600;

/**
 * What the reader of a record is told: why it ended, what was noted, and why each requirement that is
 * failed or inconclusive is so.
 */
export function toldIn(record: RunRecord): Told[] {
  const about = { thing: thingOf(record.endpoints) };
  const index = indexRecord(record);
  const told: Told[] = [
    ...(record.ended === undefined
      ? []
      : [{ kind: record.ended.kind, says: outcomeSentence(record).en }]),
    ...record.notes.map((note) => ({ kind: note.kind, says: noteSentence(note, about).en })),
    ...record.requirements.flatMap((one) => {
      const isOpen = one.status === 'failed' || one.status === 'inconclusive';
      if (!isOpen || one.problem === undefined) return [];
      return [{ kind: one.problem.kind, says: reasonOf(index, one)?.en ?? '' }];
    }),
  ];
  const each = new Map(
    told.map(({ kind, says }) => [`${kind} ${says}`, { kind, says: says.slice(0, LONGEST) }]),
  );
  return [...each.values()];
}
