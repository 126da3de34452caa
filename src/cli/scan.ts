import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ConformanceError } from '../error.js';

/**
 * Scans what a run wrote for secrets; a file that has one is removed.
 *
 * @param files - paths of everything that was written
 * @param leak - the name of a secret that a text contains
 * @throws ConformanceError `internal` that names the file and the secret, never its value
 */
export function scanForSecrets(
  files: readonly string[],
  leak: (text: string) => string | undefined,
): void {
  const found = files.flatMap((file) => {
    const name = existsSync(file) ? leak(readFileSync(file, 'utf8')) : undefined;
    if (name === undefined) return [];
    rmSync(file, { force: true });
    return [`${file} (<${name}>)`];
  });
  if (found.length > 0) {
    throw new ConformanceError(
      'internal',
      `A secret was about to be published and these files were removed: ${found.join(', ')}.`,
      'This is a fault of the suite; please report it, without the files.',
    );
  }
}
