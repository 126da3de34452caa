import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConformanceError } from '../error.js';
import type { Sentence } from '../error.js';
import { REPORT_NAMES } from '../report/write-reports.js';
import { makeFolder } from './make-folder.js';

/** The ledger's file, open. */
export interface LedgerFile {
  /**
   * Appends a line. One about what is gone may be lost, so that cleaning up goes on; nothing is made
   * that could not be written down.
   *
   * @throws ConformanceError `usage` when a line about something that is to be made can't be written
   */
  readonly write: (line: string) => void;
  readonly close: () => void;
}

/** Writes nothing. */
export const NOWHERE: LedgerFile = { write: () => undefined, close: () => undefined };

/**
 * Makes the output folder, and sees that every file of a run can be written there: what is learnt
 * at the end of a run must not be lost for want of a place.
 *
 * @param out - the folder
 * @param chosenBy - the option or the variable that names another folder
 * @param begin - what the first line of this run in the ledger says
 * @returns the ledger
 * @throws ConformanceError `usage` that names what can't be written
 */
export function openOutput(
  out: string,
  chosenBy: '--out' | 'CMDB_OUT',
  begin: Readonly<Record<string, string>>,
): LedgerFile {
  const elsewhere = {
    en: `Make room and free its place, or name another folder with ${chosenBy}.`,
    zh: `请腾出空间和文件位置，或用 ${chosenBy} 指定其他目录。`,
  };
  makeFolder(out, chosenBy);
  for (const name of REPORT_NAMES) refuseFolder(join(out, name), elsewhere);
  tryToWrite(out, elsewhere);
  const path = join(out, 'ledger.jsonl');
  const ledger = openLedgerFile(path, elsewhere);
  ledger.write(`${JSON.stringify({ step: 'begin', ...begin })}\n`);
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

/** A FIFO that nobody reads would keep the run waiting for ever: it is refused instead. */
function openLedgerFile(path: string, elsewhere: Sentence): LedgerFile {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK } = constants;
  let file: number;
  try {
    file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o666);
  } catch (cause) {
    throw unwritable(path, elsewhere, cause);
  }
  return {
    write(line) {
      try {
        writeSync(file, line);
      } catch (cause) {
        if (!line.includes('"step":"removed"') && !line.includes('"step":"not-created"')) {
          throw unwritable(path, elsewhere, cause);
        }
      }
    },
    close() {
      closeSync(file);
    },
  };
}

function unwritable(path: string, elsewhere: Sentence, cause: unknown): ConformanceError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ConformanceError(
    'usage',
    { en: `${path} can’t be written: ${why}.`, zh: `无法写入 ${path}：${why}。` },
    elsewhere,
    cause,
  );
}
