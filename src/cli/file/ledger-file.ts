import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  statSync,
  writeSync,
} from 'node:fs';
import { ConformanceError } from '../../error.js';
import type { Sentence } from '../../error.js';
import type { LedgerLine, WriteLedger } from '../../engine/ledger/ledger.js';
import { readLedger } from '../../engine/ledger/read-ledger.js';
import { readWhole } from './read-whole.js';
import { unwritable } from './unwritable.js';

/** No ledger of a run comes near it. */
const MAX_BYTES = 64 * 1024 * 1024;

/** The ledger's file, open. */
export interface LedgerFile {
  /**
   * Appends a line.
   *
   * @throws ConformanceError `usage` when a line about something that is to be made can't be written:
   *   nothing is made then. Any other may be lost, so that cleaning up goes on.
   */
  readonly write: WriteLedger;
  readonly close: () => void;
}

/** Writes nothing. */
export const NOWHERE: LedgerFile = { write: () => undefined, close: () => undefined };

/**
 * What runs left by their ledger.
 *
 * @param path - of the ledger
 * @throws ConformanceError `usage` when it can't be read, or a line of it can't
 */
export function openLinesOf(path: string): readonly LedgerLine[] {
  const { open, problem } = readLedger(textOf(path));
  if (problem === undefined) return open;
  const { line, words } = problem;
  throw new ConformanceError(
    'usage',
    {
      en: `Line ${line} of ${path} is no line of a ledger: ${words ?? 'it is no JSON'}.`,
      zh: `${path} 第 ${line} 行不是账本的内容：${words ?? '不是 JSON'}。`,
    },
    {
      en: 'Name the ledger of a run. Where it is one, remove by hand what it names, then move the file away.',
      zh: '请指定某次运行的账本；若确是账本，请手动清理其中所列的数据，再将该文件移走。',
    },
  );
}

function textOf(path: string): string {
  try {
    return readWhole(path, MAX_BYTES).toString();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      { en: `The ledger ${path} can’t be read: ${why}.`, zh: `无法读取账本 ${path}：${why}。` },
      {
        en: 'Name the ledger of a run, as in: npx cmdb-conformance cleanup reports/ledger.jsonl',
        zh: '请指定某次运行的账本，例如：npx cmdb-conformance cleanup reports/ledger.jsonl',
      },
      cause,
    );
  }
}

/** True where there is a file that a ledger may be in. */
export function isLedgerThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * Opens a ledger to write on. A line that was cut off is taken away first; where nothing in the file is
 * open any more, it begins anew.
 *
 * @param elsewhere - what to do where it can't be written
 * @param isDone - true where nothing in it is open
 * @throws ConformanceError `usage` when it can't be opened
 */
export function openLedgerFile(path: string, elsewhere: Sentence, isDone: boolean): LedgerFile {
  // A FIFO that nobody reads would keep the run waiting for ever: it is refused instead.
  const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK } = constants;
  const attempt = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      throw unwritable(path, elsewhere, cause);
    }
  };
  const file = attempt(() => openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o666));
  const isFile = attempt(() => fstatSync(file).isFile());
  if (isFile) {
    attempt(() => {
      ftruncateSync(file, isDone ? 0 : wholeLinesOf(path));
    });
  }
  /** A full disk may take a part of a line, which would spoil the one that follows it. */
  const append = (line: string): void => {
    const bytes = Buffer.from(line);
    const written = writeSync(file, bytes);
    if (written === bytes.length) return;
    if (isFile) ftruncateSync(file, fstatSync(file).size - written);
    throw new Error('ENOSPC: no space left on device');
  };
  return {
    write(line, isAhead) {
      if (isAhead) {
        attempt(() => {
          append(line);
          if (isFile) fdatasyncSync(file);
        });
        return;
      }
      try {
        append(line);
      } catch {
        // What it tells of can be found by the line before it.
      }
    },
    close() {
      closeSync(file);
    },
  };
}

/** Bytes up to the last line break. */
function wholeLinesOf(path: string): number {
  return readWhole(path, MAX_BYTES).lastIndexOf('\n') + 1;
}
