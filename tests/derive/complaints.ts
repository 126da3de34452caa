import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where members of the contract are named: the specs, the effect and the binding. */
const FOLDERS = ['tests/conformance', 'src/effects/associations', 'src/binding/esb'];

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(ROOT + folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${ROOT}${folder}/${name}`),
);

const OPTIONS = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${ROOT}tsconfig.json`, (path) => ts.sys.readFile(path)).config,
  ts.sys,
  ROOT,
).options;

/** What is the same in all programs is parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();
let last: ts.Program | undefined;

/**
 * Compiles the specs, the effect and the binding as they are against other derived types.
 *
 * @param types - the text of each `types.d.ts` by its name below `schemas/`
 * @returns the files in which `tsc` complains, by their names in the project
 */
export function complaints(types: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, options) => {
    const text = types.get(relative(`${ROOT}schemas`, file));
    if (text !== undefined) return ts.createSourceFile(file, text, options);
    if (!parsed.has(file)) parsed.set(file, read(file, options));
    return parsed.get(file);
  };
  const program = ts.createProgram(FILES, OPTIONS, host, last);
  last = program;
  return FILES.filter((file) => {
    const source = program.getSourceFile(file);
    return source === undefined || program.getSemanticDiagnostics(source).length > 0;
  }).map((file) => relative(ROOT, file));
}
