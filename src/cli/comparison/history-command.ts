import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConformanceError } from '../../error.js';
import { historyOf, inShort } from '../../record/history/history.js';
import type { RunInShort } from '../../record/history/history.js';
import { drawHistory } from '../../report/history/draw-history.js';
import type { Lang } from '../../report/lang.js';
import { readRecord } from '../../report/read-record.js';
import { writeFiles } from '../../report/write/write-files.js';
import { makeFolder } from '../file/make-folder.js';

/**
 * Draws the history of all records of a folder: of each folder in it that holds a `results.json`, and
 * of each other JSON file.
 *
 * @returns the exit code: 0
 * @throws ConformanceError `usage` for a folder without records, or a record that can't be read
 */
export async function historyCommand(
  folder: string,
  options: { readonly out: string; readonly lang: Lang },
): Promise<number> {
  const { out, lang } = options;
  const runs: RunInShort[] = [];
  // One after another: a record has room only until what is shown of it is taken.
  for (const [name, path] of recordsIn(folder)) runs.push(inShort(name, await readRecord(path)));
  makeFolder(out);
  const history = historyOf(runs);
  const reports = await writeFiles([
    { path: join(out, 'history.html'), draw: () => drawHistory(history, lang) },
  ]);
  process.stdout.write(reports.map((path) => `${path}\n`).join(''));
  return 0;
}

function recordsIn(folder: string): [name: string, path: string][] {
  const found = entriesOf(folder).flatMap((name): [string, string][] => {
    const path = join(folder, name);
    const inside = join(path, 'results.json');
    if (isFile(inside)) return [[name, inside]];
    return name.endsWith('.json') && isFile(path) ? [[name.slice(0, -'.json'.length), path]] : [];
  });
  if (found.length > 0) return found;
  throw new ConformanceError(
    'usage',
    { en: `There is no record in ${folder}.`, zh: `${folder} 中没有运行记录。` },
    {
      en: 'Give a folder of runs that are kept: npx cmdb-conformance run --name <name>',
      zh: '请提供保存运行的目录：npx cmdb-conformance run --name <名称>',
    },
  );
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw new ConformanceError(
      'usage',
      { en: `The folder ${folder} can’t be read.`, zh: `无法读取目录 ${folder}。` },
      {
        en: 'Give the folder of the runs that are kept, runs for example.',
        zh: '请提供保存运行的目录，例如 runs。',
      },
      cause,
    );
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
