import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConformanceError } from '../../error.js';

/**
 * Makes an output folder and those above it. Node's own recursive `mkdir` never returns where the system
 * answers ENOENT below a folder that is there, as Linux does in `/proc`.
 *
 * @param path - the folder; it may be there already
 * @param chosenBy - the option or the variable that names another one
 * @throws ConformanceError `usage` when it can't be made, or something else has its name
 */
export function makeFolder(path: string, chosenBy = '--out'): void {
  try {
    make(path);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      {
        en: `The output folder ${path} can't be made: ${why}.`,
        zh: `无法创建输出目录 ${path}：${why}。`,
      },
      { en: `Name another one with ${chosenBy}.`, zh: `请用 ${chosenBy} 指定其他目录。` },
      cause,
    );
  }
}

function make(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) make(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
