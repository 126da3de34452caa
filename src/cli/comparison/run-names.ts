import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConformanceError } from '../../error.js';
import { oneLine } from '../../report/visible.js';

/** The folder of runs that are kept, unless `--runs-dir` names another. */
export const RUNS_FOLDER = 'runs';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Where the record of a run is kept.
 *
 * @throws ConformanceError `usage` for a name that is none
 */
export function keptRecord(name: string, runsFolder: string): string {
  if (!NAME.test(name)) {
    const shown = oneLine(JSON.stringify(name), 120);
    throw new ConformanceError(
      'usage',
      {
        en: `${shown} is no name of a run.`,
        zh: `${shown} 不能作为运行名称。`,
      },
      {
        en: 'Take letters, digits, "-", "_" and ".", a letter or a digit first, 100 at most: --name before-3.12',
        zh: '请使用字母、数字、“-”“_”“.”，以字母或数字开头，最多 100 个字符：--name before-3.12',
      },
    );
  }
  return join(runsFolder, name, 'results.json');
}

/**
 * Where a new run is kept: nothing that is there is ever written over.
 *
 * @throws ConformanceError `usage` for a name that is none, or is taken
 */
export function freeRecord(name: string, runsFolder: string): string {
  const path = keptRecord(name, runsFolder);
  if (!existsSync(path)) return path;
  throw new ConformanceError(
    'usage',
    {
      en: `There is a run with the name ${name} already: ${path}.`,
      zh: `已有名为 ${name} 的运行：${path}。`,
    },
    {
      en: 'Take another --name, or remove that folder first.',
      zh: '请换一个 --name，或先删除该目录。',
    },
  );
}

/**
 * Finds the record that an argument names: a run that is kept, a file, or a folder with a
 * `results.json` in it.
 *
 * @throws ConformanceError `usage` when there is none
 */
export function findRecord(argument: string, runsFolder: string): string {
  const places = [
    ...(NAME.test(argument) ? [join(runsFolder, argument, 'results.json')] : []),
    argument,
    join(argument, 'results.json'),
  ];
  const found = places.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  if (found !== undefined) return found;
  const shown = oneLine(argument, 200);
  throw new ConformanceError(
    'usage',
    {
      en: `There is no run and no record ${shown}.`,
      zh: `没有名为 ${shown} 的运行，也没有这样的记录文件。`,
    },
    {
      en: `Give a name of \`npx cmdb-conformance runs\`, or the path of a results.json; --runs-dir (now ${runsFolder}) tells where runs are kept.`,
      zh: `请提供 \`npx cmdb-conformance runs\` 列出的名称，或 results.json 的路径；--runs-dir（当前为 ${runsFolder}）指定保存运行的目录。`,
    },
  );
}
