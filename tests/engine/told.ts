import type { RunRecord } from '../../src/record/record.js';
import { thingOf } from '../../src/report/sentences/about.js';
import { noteSentence } from '../../src/report/sentences/note.js';
import { outcomeSentence } from '../../src/report/sentences/outcome.js';
import { reasonOf } from '../../src/report/reason.js';
import { indexRecord } from '../../src/report/record-index.js';
import type { Text } from '../../src/text.js';
import { verdictOn } from './a-run.js';

/** What the reader of a record is told of its outcome. */
export function outcomeTold(record: RunRecord): Text {
  return outcomeSentence(record);
}

/** What the reader is told of one requirement's verdict. */
export function verdictTold(record: RunRecord, id: string): Text | undefined {
  return reasonOf(indexRecord(record), verdictOn(record, id));
}

/** What the reader is told besides. */
export function notesTold(record: RunRecord): Text[] {
  const about = { thing: thingOf(record.endpoints) };
  return record.notes.map((note) => noteSentence(note, about));
}
