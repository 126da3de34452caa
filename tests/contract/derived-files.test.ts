import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/cli/document/documents.js';
import { derivedFiles } from '../../src/contract/derived-files.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function derived(): Promise<ReadonlyMap<string, string>> {
  const { contract, conventions, sha256 } = await readDocuments(`${ROOT}docs/api`, ROOT);
  return derivedFiles(contract, conventions, sha256);
}

describe('the derived files', () => {
  it('are those that are checked in', async () => {
    const files = await derived();
    for (const [name, text] of files) {
      expect(text, name).toBe(readFileSync(`${ROOT}schemas/${name}`, 'utf8'));
    }
  });

  it('are all that is checked in, but for the cases and the schemas that are written by hand', async () => {
    const files = await derived();
    const written = ['record', 'comparison', 'errata', 'profiles', 'statement', 'waivers'];
    const folders = readdirSync(`${ROOT}schemas`).filter((folder) => !written.includes(folder));
    const checkedIn = folders.flatMap((folder) =>
      readdirSync(`${ROOT}schemas/${folder}`)
        .filter((name) => name !== 'cases.json')
        .map((name) => `${folder}/${name}`),
    );
    expect([...files.keys()]).toEqual(checkedIn.sort((a, b) => (a < b ? -1 : 1)));
  });
});
