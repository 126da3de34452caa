import { readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConformanceError } from '../../error.js';
import { makeFolder } from '../file/make-folder.js';

/**
 * Compares what should be in a folder with what is.
 *
 * @param out - the folder; it need not exist
 * @param files - the text of each file by its name below the folder
 * @returns the files that are missing or differ, in the order of `files`
 */
export async function changedFiles(
  out: string,
  files: ReadonlyMap<string, string>,
): Promise<{ file: string; why: 'missing' | 'differs' }[]> {
  const changed: { file: string; why: 'missing' | 'differs' }[] = [];
  for (const [file, text] of files) {
    const present = await readFile(join(out, file), 'utf8').catch(() => undefined);
    if (present === undefined) changed.push({ file, why: 'missing' });
    else if (present !== text) changed.push({ file, why: 'differs' });
  }
  return changed;
}

/**
 * Lists files that were derived once and no longer are. Only a file that says of itself that it
 * is derived counts: the folder may hold others.
 *
 * @param out - the folder; it need not exist
 * @param files - what is derived now, by name below the folder
 * @param marker - the sentence that derived files carry
 * @returns names below the folder, sorted
 */
export async function staleFiles(
  out: string,
  files: ReadonlyMap<string, string>,
  marker: string,
): Promise<string[]> {
  const stale: string[] = [];
  for (const folder of await readdir(out, { withFileTypes: true }).catch(() => [])) {
    if (!folder.isDirectory()) continue;
    for (const name of await readdir(join(out, folder.name)).catch(() => [])) {
      const file = `${folder.name}/${name}`;
      if (files.has(file)) continue;
      const text = await readFile(join(out, file), 'utf8').catch(() => '');
      if (text.slice(0, 1000).includes(marker)) stale.push(file);
    }
  }
  return stale.sort();
}

/**
 * Writes a file so that a reader sees the old text or the new one, never half of it.
 *
 * @param out - the folder, made when it is not there
 * @param file - name below it
 * @param text - the whole text
 * @throws ConformanceError `usage` when it can't be written
 */
export async function writeFileAtomically(out: string, file: string, text: string): Promise<void> {
  const path = join(out, file);
  const draft = `${path}.${process.pid}.tmp`;
  makeFolder(dirname(path));
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new ConformanceError(
      'usage',
      { en: `${path} can't be written.`, zh: `无法写入 ${path}。` },
      { en: 'Name a folder that may be written (--out).', zh: '请用 --out 指定可写的目录。' },
      cause,
    );
  }
}

/**
 * Removes a file, and its folder when that is empty then.
 *
 * @param out - the folder
 * @param file - name below it
 * @throws ConformanceError `usage` when it can't be removed
 */
export async function removeFile(out: string, file: string): Promise<void> {
  const path = join(out, file);
  try {
    await rm(path, { force: true });
  } catch (cause) {
    throw new ConformanceError(
      'usage',
      {
        en: `${path} is left over and can't be removed.`,
        zh: `${path} 已多余，但无法删除。`,
      },
      {
        en: 'Remove it by hand, or make its folder writable.',
        zh: '请手动删除，或使其所在目录可写。',
      },
      cause,
    );
  }
  await rmdir(dirname(path)).catch(() => undefined);
}
