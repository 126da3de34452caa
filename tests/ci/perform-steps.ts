import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMAND, emptyFolder } from '../cli/run-product.js';
import type { Ended } from '../cli/run-product.js';
import { ROOT } from '../project/pages.js';
import { ended } from './ended.js';
import type { Step } from './job-files.js';

/** What a CI system knows by name: variables and secrets of a job. */
export type Known = Readonly<Record<string, string>>;

/** A folder as a job finds it: with `ci/` and nothing else, and a space in its path. */
export async function workFolder(): Promise<string> {
  const folder = join(await emptyFolder(), 'a job');
  await mkdir(folder);
  await cp(join(ROOT, 'ci'), join(folder, 'ci'), { recursive: true });
  return folder;
}

/** A folder for `PATH` in which the command is installed already. */
export async function installed(): Promise<string> {
  const folder = await emptyFolder();
  await symlink(COMMAND, join(folder, 'cmdb-conformance'));
  return folder;
}

/**
 * Runs steps as a CI system does: each in a shell of its own, and after a failure only those that are
 * always run. Expressions of the CI system are its values; what it does not know is empty.
 *
 * @param known - what expressions name
 * @param env - what every step has in its environment besides
 * @returns the exit code of the job, and all that its steps printed
 */
export async function performSteps(
  steps: readonly Step[],
  cwd: string,
  known: Known,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  let code: number | string = 0;
  let out = '';
  let err = '';
  for (const { script, env: named, always } of steps) {
    if (code !== 0 && !always) continue;
    const own = new Map(Object.entries(env));
    for (const [name, text] of Object.entries(named)) own.set(name, evaluated(text, known));
    const done = await ended('bash', ['-e', '-c', evaluated(script, known)], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: cwd, LANG: 'C', ...Object.fromEntries(own) },
    });
    code = code === 0 ? done.code : code;
    out += done.out;
    err += done.err;
  }
  return { code, out, err };
}

/** `${{ secrets.A }}` of GitHub, `${{ settings.a.password }}` of BlueKing CI. */
function evaluated(text: string, known: Known): string {
  return text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, expression: string) => known[expression] ?? '');
}

/** The files below a folder in which one of the texts stands, without what npm installed. */
export async function filesWith(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'));
  const contents = await Promise.all(
    files.map(async (path) => [path, await readFile(path, 'utf8')] as const),
  );
  return contents.flatMap(([path, content]) =>
    texts.some((text) => content.includes(text)) ? [path] : [],
  );
}
