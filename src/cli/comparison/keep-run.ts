import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConformanceError } from '../../error.js';
import { recordText } from '../../report/write/record-text.js';
import type { RunRecord } from '../../record/record.js';
import { makeFolder } from '../file/make-folder.js';
import { scanForSecrets } from '../file/scan.js';

/**
 * Keeps the record of a run, to be compared later.
 *
 * @param path - where nothing is yet
 * @param leak - the name of a secret that a text contains
 * @returns the path
 * @throws ConformanceError `usage` when it can't be written; `internal` when it holds a secret
 */
export function keepRun(
  record: RunRecord,
  path: string,
  leak: (text: string) => string | undefined,
): string {
  makeFolder(dirname(path), '--runs-dir');
  try {
    writeFileSync(path, recordText(record), { flag: 'wx' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      {
        en: `The run can’t be kept in ${path}: ${why}.`,
        zh: `无法将本次运行保存到 ${path}：${why}。`,
      },
      {
        en: 'Name another folder with --runs-dir, or another --name.',
        zh: '请用 --runs-dir 指定其他目录，或换一个 --name。',
      },
      cause,
    );
  }
  scanForSecrets([path], leak);
  return path;
}
