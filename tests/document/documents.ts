import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../docs/api/', import.meta.url);

/** Path of the document that the suite judges. */
export const MAIN = 'docs/api/add_instance_association.md';

/** The text of every document in `docs/api/`, by its path. */
export const DOCUMENTS: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .sort()
    .map((name) => [
      `docs/api/${name}`,
      readFileSync(fileURLToPath(new URL(name, folder)), 'utf8'),
    ]),
);

/** The text of the document that the suite judges. */
export const MAIN_TEXT = DOCUMENTS.get(MAIN) ?? '';

/** The line of a text, counted from 1. */
export function lineOf(text: string, line: number): string {
  return text.split('\n')[line - 1] ?? '';
}
