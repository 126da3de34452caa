import { join } from 'node:path';
import type { ConformanceError } from '../../error.js';
import type { Lang } from '../../report/lang.js';
import { writeReports } from '../../report/write/write-reports.js';
import type { RunRecord } from '../../record/record.js';
import { readProofSummary } from './proof-file.js';
import { scanForSecrets } from '../file/scan.js';

/**
 * Writes the record and every report, and scans what was written for secrets.
 *
 * @param options - the folder, and the language of the summary
 * @param leak - the name of a secret that a text contains
 * @param failed - hears of reports that can't be written, once the others are
 * @returns the paths of the reports
 * @throws ConformanceError `internal` when a secret was about to be published; without `failed`,
 *   `usage` when a report can't be written
 */
export async function publish(
  record: RunRecord,
  options: { readonly out: string; readonly lang: Lang },
  leak: (text: string) => string | undefined,
  failed?: (error: ConformanceError) => void,
): Promise<string[]> {
  const { out, lang } = options;
  const proof = await readProofSummary();
  const reports = await writeReports(record, {
    out,
    lang,
    ...(proof && { proof }),
    ...(failed && { failed }),
  });
  const path = join(out, 'results.json');
  const unwritten = reports.includes(path) ? {} : { [path]: JSON.stringify(record) };
  scanForSecrets([...reports, join(out, 'ledger.jsonl')], leak, unwritten);
  return reports;
}
