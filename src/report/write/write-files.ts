import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConformanceError } from '../../error.js';

/** A file to be written. */
export interface Drawn {
  readonly path: string;
  readonly draw: () => string;
}

/**
 * Writes files. Each is there whole or not at all: it is written beside its place and then renamed. One
 * that can't be written keeps none of the others from it.
 *
 * @param failed - hears of what could not be written, once the rest is; without it, it is thrown
 * @returns the paths written
 * @throws ConformanceError `usage` that names each file that can't be written, and why
 */
export async function writeFiles(
  files: readonly Drawn[],
  failed?: (error: ConformanceError) => void,
): Promise<string[]> {
  const written: string[] = [];
  const problems: { path: string; error: unknown }[] = [];
  for (const { path, draw } of files) {
    const text = draw();
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, text);
      written.push(path);
    } catch (error) {
      problems.push({ path, error });
    }
  }
  const error = problems.length === 0 ? undefined : unwritten(problems);
  if (error !== undefined && failed === undefined) throw error;
  if (error !== undefined) failed?.(error);
  return written;
}

function unwritten(
  problems: readonly { readonly path: string; readonly error: unknown }[],
): ConformanceError {
  const each = problems.map(
    ({ path, error }) => `${path} (${error instanceof Error ? error.message : String(error)})`,
  );
  return new ConformanceError(
    'usage',
    {
      en: `These reports can’t be written: ${each.join(', ')}.`,
      zh: `以下报告无法写入：${each.join('、')}。`,
    },
    {
      en: 'Give a folder that can be written, and that has room, with --out.',
      zh: '请用 --out 指定一个可写且有空间的目录。',
    },
    problems[0]?.error,
  );
}

async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
