import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../src/', import.meta.url));

/** One file of the product. */
export interface SourceFile {
  /** Below `src/`, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All files of the product. */
export const SOURCE: readonly SourceFile[] = readdirSync(ROOT, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));

/** The files of some rooms. */
export function filesOf(...rooms: readonly string[]): SourceFile[] {
  return SOURCE.filter(({ path }) => rooms.some((room) => path.startsWith(`${room}/`)));
}

/** The lines that a pattern finds something in: `path:line: text`. */
export function linesWith(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
}

/** The nodes of a file that meet a condition: `path:line: text`. */
export function nodesOf(
  { path, text }: SourceFile,
  isMeant: (node: ts.Node, file: ts.SourceFile) => boolean,
): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isMeant(node, file)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${path}:${line + 1}: ${node.getText(file).replaceAll(/\s+/g, ' ')}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
