import { resolve } from 'node:path';

/** Where the reports go: CMDB_OUT, else `reports` in the working directory. */
export function reportsFolder(): string {
  const chosen = process.env['CMDB_OUT'];
  return resolve(chosen === undefined || chosen === '' ? 'reports' : chosen);
}
