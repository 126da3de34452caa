import { join } from 'node:path';
import type { Lang } from '../report/lang.js';
import { writeReports } from '../report/write-reports.js';
import type { RunRecord } from '../suite/record.js';
import { readProofSummary } from './proof-file.js';
import { scanForSecrets } from './scan.js';

/**
 * Writes the record and every report, and scans what was written for secrets.
 *
 * @param options - the folder, and the language of the summary
 * @param leak - the name of a secret that a text contains
 * @returns the paths of the reports
 * @throws ConformanceError `usage` when the folder can't be written, `internal` when a secret was
 */
export async function publish(
  record: RunRecord,
  options: { readonly out: string; readonly lang: Lang },
  leak: (text: string) => string | undefined,
): Promise<string[]> {
  const { out, lang } = options;
  const proof = await readProofSummary();
  const reports = await writeReports(record, { out, lang, ...(proof && { proof }) });
  scanForSecrets([...reports, join(out, 'ledger.jsonl')], leak);
  return reports;
}
