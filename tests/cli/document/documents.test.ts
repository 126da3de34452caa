import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../src/cli/document/documents.js';
import { MAIN_TEXT } from '../../document/documents.js';
import { makeFifo } from '../make-fifo.js';
import { emptyFolder } from '../run-product.js';

/** A project with one document, as these bytes. */
async function projectWith(bytes: Uint8Array): Promise<string> {
  const project = await emptyFolder();
  await mkdir(join(project, 'docs/api'), { recursive: true });
  await writeFile(join(project, 'docs/api/a.md'), bytes);
  return project;
}

describe('documents', () => {
  it('may begin with a byte order mark, which counts in their hash', async () => {
    const bytes = Buffer.from(`\uFEFF${MAIN_TEXT}`);
    const project = await projectWith(bytes);
    const { sha256, unaccounted } = await readDocuments(join(project, 'docs/api'), project);
    expect(sha256('docs/api/a.md')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(unaccounted).toEqual([]);
  });

  it('are refused in another coding, which is named', async () => {
    const project = await projectWith(Buffer.from(`\uFEFF${MAIN_TEXT}`, 'utf16le'));
    await expect(readDocuments(join(project, 'docs/api'), project)).rejects.toThrow(
      `${join(project, 'docs/api/a.md')}:1 is not UTF-8: the file looks like UTF-16.`,
    );
  });

  it('are refused in the conventions beside them too', async () => {
    const project = await projectWith(Buffer.from(MAIN_TEXT));
    await writeFile(join(project, 'docs/conventions.md'), Buffer.from([0x23, 0xff]));
    await expect(readDocuments(join(project, 'docs/api'), project)).rejects.toThrow(
      'conventions.md:1 holds bytes that are not UTF-8.',
    );
  });

  it.each([
    ['a folder', async (path: string) => mkdir(path), 'it is no regular file'],
    ['a FIFO', (path: string) => makeFifo(path), 'it is no regular file'],
    [
      'no text of any size',
      (path: string) => writeFile(path, Buffer.alloc(4 * 1024 * 1024 + 1, '#')),
      'it has more than 4194304 bytes',
    ],
  ])('are refused where one is %s', async (_what, make, why) => {
    const project = await projectWith(Buffer.from(MAIN_TEXT));
    const path = join(project, 'docs/api/b.md');
    await make(path);
    await expect(readDocuments(join(project, 'docs/api'), project)).rejects.toThrow(
      `The document ${path} can’t be read: ${why}.`,
    );
  });
});
