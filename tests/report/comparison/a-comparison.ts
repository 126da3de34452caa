import type { Comparison } from '../../../src/record/comparison/comparison.js';
import type { RunRecord } from '../../../src/record/record.js';
import { compared, withBodies } from '../../record/comparison/compared.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord } from '../a-record.js';

/** A comparison with the records that it was drawn from. */
export interface Drawn {
  readonly before: RunRecord;
  readonly after: RunRecord;
  readonly comparison: Comparison;
}

function drawn(before: RunRecord, after: RunRecord): Drawn {
  return { before, after, comparison: compared(before, after) };
}

/** Where everything passed before, and some fails now. */
export function aWorseComparison(): Drawn {
  const after = withBodies(aMixedRecord(), (body) => body.replace(',"permission":null', ''));
  const before = aMixedRecord();
  const passed = before.requirements.map((one) => ({
    ...one,
    status: 'passed' as const,
    evidence: [],
  }));
  return drawn({ ...before, requirements: passed }, after);
}

/** Where a message has other words. */
export function aRewordedComparison(): Drawn {
  const saying = (words: string): RunRecord =>
    withBodies(aMixedRecord(), (body) => body.replace('"message":""', `"message":"${words}"`));
  return drawn(saying('it is done'), saying('it is made'));
}

/** Where nothing changed. */
export function aSameComparison(): Drawn {
  return drawn(aMixedRecord(), aMixedRecord());
}

/** Two runs that have nothing in common. */
export function anIncomparable(): Drawn {
  const before = aMixedRecord();
  return drawn(before, { ...before, endpoints: [{ endpoint: 'another', ground: {} }] });
}

/** Where every text that a server or a record's writer can choose is hostile. */
export function aHostileComparison(): Drawn {
  const after = aHostileRecord();
  const before = withBodies(aHostileRecord(), () => '{"result":false,"code":5,"message":"no"}');
  const documents = [{ path: '<b>x</b>', sha256: 'c'.repeat(64) }];
  return drawn({ ...before, suite: { ...before.suite, documents, version: '<i>' } }, after);
}
