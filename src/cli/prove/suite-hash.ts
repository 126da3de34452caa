import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a proof depends on: the reader, the contract, the judge, the servers and the document. */
const PROVED = [
  'src/binding',
  'src/contract',
  'src/document',
  'src/effects',
  'src/embedded',
  'src/engine',
  'src/cases',
  'src/config',
  'src/http',
  'src/json',
  'src/judge',
  'src/record',
  'src/redact',
  'schemas',
  'docs/api',
];

/**
 * Hash of the suite that a proof proves.
 *
 * @param project - folder of the project
 * @returns 16 hexadecimal digits; undefined where the sources are not there (an installed package)
 */
export function suiteHash(project: string): string | undefined {
  return existsSync(join(project, 'src')) ? filesHash(project, PROVED) : undefined;
}

/**
 * Hash of all files in folders of the project, by their paths and contents.
 *
 * @param project - folder of the project
 * @param folders - in it
 * @returns 16 hexadecimal digits
 */
export function filesHash(project: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = readdirSync(join(project, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name).slice(project.length).replaceAll('\\', '/'),
      )
      .sort();
    for (const file of files) {
      hash.update(`${file}\n`);
      hash.update(readFileSync(join(project, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
