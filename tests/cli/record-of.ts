import { join } from 'node:path';
import { readRecord } from '../../src/report/read-record.js';
import type { RunRecord } from '../../src/record/record.js';

/** The record that a run wrote into `reports` below a folder; it is checked against its schema. */
export async function recordOf(folder: string): Promise<RunRecord> {
  return readRecord(join(folder, 'reports', 'results.json'));
}
