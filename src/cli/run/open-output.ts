import { lstatSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConformanceError } from '../../error.js';
import type { Sentence } from '../../error.js';
import { REPORT_NAMES } from '../../report/write/report-names.js';
import type { LedgerLine } from '../../engine/ledger/ledger.js';
import { isLedgerThere, openLedgerFile, openLinesOf } from '../file/ledger-file.js';
import type { LedgerFile } from '../file/ledger-file.js';
import { makeFolder } from '../file/make-folder.js';
import { shellQuoted } from '../shell-quoted.js';
import { unwritable } from '../file/unwritable.js';

/** The file of the output folder that a run writes ahead. */
const LEDGER = 'ledger.jsonl';

/**
 * Makes the output folder, and sees that every file of a run can be written there: what is learnt
 * at the end of a run must not be lost for want of a place.
 *
 * @param out - the folder
 * @param chosenBy - the option or the variable that names another folder
 * @param begin - what the first line of this run in the ledger says
 * @returns the ledger
 * @throws ConformanceError `usage` that names what can't be written, or the command that removes what
 *   an earlier run left on this target
 */
export function openOutput(
  out: string,
  chosenBy: '--out' | 'CMDB_OUT',
  begin: { readonly target: string; readonly version: string; readonly at: string },
): LedgerFile {
  const elsewhere = {
    en: `Make room and free its place, or name another folder with ${chosenBy}.`,
    zh: `请腾出空间和文件位置，或用 ${chosenBy} 指定其他目录。`,
  };
  makeFolder(out, chosenBy);
  for (const name of REPORT_NAMES) refuseFolder(join(out, name), elsewhere);
  tryToWrite(out, elsewhere);
  const path = join(out, LEDGER);
  const left = isLedgerThere(path) ? openLinesOf(path) : [];
  refuseOver(
    left.filter((line) => line.target === begin.target),
    path,
    chosenBy,
  );
  const ledger = openLedgerFile(path, elsewhere, left.length === 0);
  ledger.write(`${JSON.stringify({ step: 'begin', ...begin })}\n`, true);
  return ledger;
}

/** A report is written beside its place and renamed, which replaces everything but a folder. */
function refuseFolder(path: string, elsewhere: Sentence): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw new ConformanceError(
    'usage',
    {
      en: `The report ${path} can’t be written: a folder has its name.`,
      zh: `无法写入报告 ${path}：已有同名目录。`,
    },
    elsewhere,
  );
}

function tryToWrite(out: string, elsewhere: Sentence): void {
  const path = join(out, `${process.pid}.tmp`);
  try {
    writeFileSync(path, 'x');
  } catch (cause) {
    throw unwritable(out, elsewhere, cause);
  } finally {
    rmSync(path, { force: true });
  }
}

/** A run that begins over what another left would judge the target by it, and lose sight of it. */
function refuseOver(left: readonly LedgerLine[], path: string, chosenBy: string): void {
  const [first] = left;
  if (first === undefined) return;
  const command = `npx cmdb-conformance cleanup ${shellQuoted(path)}`;
  throw new ConformanceError(
    'usage',
    {
      en: `By ${path}, an earlier run left something on ${first.target}, or may have: ${left.length} in all.`,
      zh: `${path} 显示，此前的运行在 ${first.target} 上留有或可能留有 ${left.length} 项数据。`,
    },
    {
      en: `Remove it first: ${command}. Where that run is still under way, name another folder with ${chosenBy}.`,
      zh: `请先清理：${command}。若那次运行仍在进行，请用 ${chosenBy} 指定其他目录。`,
    },
  );
}
