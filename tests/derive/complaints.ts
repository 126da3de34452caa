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
    .map((name) => `${folder}/${name}`),
);

const PATHS = FILES.map((file) => ROOT + file);

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
 * @param among - the files that are checked, by their names in the project: only they cost time
 * @returns those of them in which `tsc` complains
 */
export function complaints(
  types: ReadonlyMap<string, string>,
  among: readonly string[] = FILES,
): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, options) => {
    const text = types.get(relative(`${ROOT}schemas`, file));
    if (text !== undefined) return ts.createSourceFile(file, text, options);
    if (!parsed.has(file)) parsed.set(file, read(file, options));
    return parsed.get(file);
  };
  const program = ts.createProgram(PATHS, OPTIONS, host, last);
  last = program;
  return among.filter((file) => {
    const source = program.getSourceFile(ROOT + file);
    if (source === undefined) throw new Error(`${file} is no file of the program`);
    return program.getSemanticDiagnostics(source).length > 0;
  });
}
