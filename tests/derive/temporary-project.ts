import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the documents in a folder of its own, removed with the test. */
export interface TemporaryProject {
  readonly root: string;
  readonly docs: string;
  readonly out: string;
  /** Replaces words of a document; fails when they are not there. */
  readonly edit: (name: string, from: string | RegExp, to: string) => void;
  /** Removes the line of a document that holds these words; fails when there is none. */
  readonly removeLine: (name: string, words: string) => void;
}

/**
 * Copies `docs/` into a temporary folder.
 *
 * @returns the folder, with `docs/api` and a place for `schemas`
 */
export function temporaryProject(): TemporaryProject {
  const root = mkdtempSync(join(tmpdir(), 'cmdb-conformance-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  cpSync(join(ROOT, 'docs'), join(root, 'docs'), { recursive: true });
  const docs = join(root, 'docs/api');
  return {
    root,
    docs,
    out: join(root, 'schemas'),
    edit: (name, from, to) => {
      change(join(docs, name), (text) => text.replace(from, () => to));
    },
    removeLine: (name, words) => {
      change(join(docs, name), (text) =>
        text
          .split('\n')
          .filter((line) => !line.includes(words))
          .join('\n'),
      );
    },
  };
}

function change(file: string, edit: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`the edit changes nothing in ${file}`);
  writeFileSync(file, after);
}

/** The project's own documents and derived files. */
export const PROJECT = { docs: join(ROOT, 'docs/api'), out: join(ROOT, 'schemas') };
