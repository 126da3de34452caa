import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/cli/derive.js';
import { temporaryProject, type TemporaryProject } from './temporary-project.js';

const MAIN = 'add_instance_association.md';
const PROGRAM = fileURLToPath(new URL('uses-contract.ts', import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noEmit: true,
  skipLibCheck: false,
};

/** The libraries of the language are parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What `tsc` says of `uses-contract.ts` against the derived types of a project. */
function compile({ root }: TemporaryProject): string[] {
  mkdirSync(join(root, 'tests/derive'), { recursive: true });
  const program = join(root, 'tests/derive/uses-contract.ts');
  copyFileSync(PROGRAM, program);
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, options) => {
    if (!file.includes('/lib.')) return read(file, options);
    if (!parsed.has(file)) parsed.set(file, read(file, options));
    return parsed.get(file);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([program], OPTIONS, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Every row of the document: name, its cells up to the type, another type. */
const ROWS = [
  ['bk_app_code', '| bk_app_code  |  string ', '| bk_app_code  |  int64 '],
  ['bk_app_secret', '| bk_app_secret|  string ', '| bk_app_secret|  int64 '],
  ['bk_token', '| bk_token     |  string ', '| bk_token     |  bool '],
  ['bk_username', '| bk_username  |  string ', '| bk_username  |  object '],
  ['bk_obj_asst_id', '| bk_obj_asst_id           | string ', '| bk_obj_asst_id           | int64 '],
  ['bk_inst_id', '| bk_inst_id           | int64 ', '| bk_inst_id           | string '],
  [
    'bk_asst_inst_id',
    '| bk_asst_inst_id           | int64 ',
    '| bk_asst_inst_id           | bool ',
  ],
  ['metadata', '| metadata           | object ', '| metadata           | string '],
  ['label', '| label           | string map ', '| label           | object array '],
  ['bk_biz_id', '| bk_biz_id           | string ', '| bk_biz_id           | int64 '],
  ['result', '| result  | bool ', '| result  | string '],
  ['code', '| code    | int ', '| code    | string '],
  ['message', '| message | string ', '| message | int '],
  ['data', '| data    | object ', '| data    | string '],
  ['id', '|id|int64|', '|id|string|'],
  ['permission', '| permission    | object ', '| permission    | string '],
  ['request_id', '| request_id    | string ', '| request_id    | int64 '],
] as const;

async function changed(edit: (project: TemporaryProject) => void): Promise<string[]> {
  const project = temporaryProject();
  // The other documents take time and no part in this.
  for (const name of readdirSync(project.docs)) if (name !== MAIN) rmSync(join(project.docs, name));
  edit(project);
  await derive({ docs: project.docs, out: project.out, check: false });
  return compile(project);
}

describe('a program that uses the derived types', () => {
  it('compiles while the document is as it is', async () => {
    expect(await changed(() => undefined)).toEqual([]);
  });

  it.each(ROWS)('does not once %s is retyped', async (_, from, to) => {
    expect(
      await changed(({ edit }) => {
        edit(MAIN, from, to);
      }),
    ).not.toEqual([]);
  });

  it.each(ROWS)('does not once %s is renamed', async (name, from) => {
    const to = from.replace(name, `${name}_x`);
    expect(
      await changed(({ edit }) => {
        edit(MAIN, from, to);
      }),
    ).not.toEqual([]);
  });

  it.each(ROWS)('does not once %s is removed', async (_, from) => {
    expect(
      await changed(({ removeLine }) => {
        removeLine(MAIN, from);
      }),
    ).not.toEqual([]);
  });

  it('does not once a whole nested table is removed', async () => {
    const errors = await changed(({ edit }) => {
      edit(MAIN, /label params[^#]*/u, '');
    });
    expect(errors).not.toEqual([]);
  });

  it('is not told anything else by words that end a comment', async () => {
    const errors = await changed(({ edit }) => {
      edit(MAIN, '| 源模型实例id|', '| */ [any: string]: any; /* |');
      edit(MAIN, '| 目标模型实例id|', '| `${x}` \\u002a/ any |');
    });
    expect(errors).toEqual([]);
  });
});
