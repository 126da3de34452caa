import { dirname } from 'node:path';
import type { Lang } from '../../report/lang.js';
import { readRecord } from '../../report/read-record.js';
import { writeReports } from '../../report/write/write-reports.js';
import { makeFolder } from '../file/make-folder.js';
import { readProofSummary } from './proof-file.js';

/**
 * Draws every report again from a record.
 *
 * @returns the exit code: 0 once they are written, whatever the record says
 */
export async function reportCommand(
  path: string,
  options: { readonly out?: string; readonly lang: Lang },
): Promise<number> {
  const record = await readRecord(path);
  const proof = await readProofSummary();
  const out = options.out ?? dirname(path);
  makeFolder(out);
  const reports = await writeReports(record, {
    out,
    lang: options.lang,
    ...(proof === undefined ? {} : { proof }),
  });
  process.stdout.write(reports.map((report) => `${report}\n`).join(''));
  return 0;
}
