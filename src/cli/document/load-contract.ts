import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleFiles, type ContractFiles } from '../../contract/contract-files.js';
import type { RequirementsFile } from '../../contract/derived-files.js';
import type { Schema } from '../../contract/outline.js';
import { ConformanceError } from '../../error.js';
import { PROJECT } from '../project.js';

/** Folders that hold nothing derived from documents. */
const NOT_THE_CONTRACT = [
  'record',
  'proof',
  'profiles',
  'waivers',
  'errata',
  'comparison',
  'statement',
];

/**
 * Reads the derived files of the product.
 *
 * @throws ConformanceError `internal` when they are missing or no longer of their form
 */
export function loadContract(): Promise<ContractFiles> {
  loaded ??= readContract();
  return loaded;
}

/** Read and compiled once in a process: a proof opens some hundred runs. */
let loaded: Promise<ContractFiles> | undefined;

async function readContract(): Promise<ContractFiles> {
  const root = join(PROJECT, 'schemas');
  const folders = (await readdir(root, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !NOT_THE_CONTRACT.includes(entry.name))
    .map((entry) => entry.name)
    .sort();
  const files: RequirementsFile[] = [];
  const schemas: Schema[] = [];
  for (const folder of folders) {
    for (const name of (await readdir(join(root, folder))).sort()) {
      if (!name.endsWith('.json')) continue;
      const value: unknown = JSON.parse(await readFile(join(root, folder, name), 'utf8'));
      if (name === 'requirements.json' && isRequirementsFile(value)) files.push(value);
      else if (name.endsWith('.schema.json') && isRecord(value)) schemas.push(value);
    }
  }
  if (files.length === 0 || schemas.length === 0) {
    throw new ConformanceError(
      'internal',
      {
        en: `There are no derived files in ${root}.`,
        zh: `${root} 中没有派生文件。`,
      },
      {
        en: 'Run `npx cmdb-conformance derive` in the project.',
        zh: '请在项目中运行 `npx cmdb-conformance derive`。',
      },
    );
  }
  return assembleFiles(files, schemas);
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Our own files, kept fresh by `derive --check`: their form is not checked member by member. */
function isRequirementsFile(value: unknown): value is RequirementsFile {
  return (
    isRecord(value) &&
    isRecord(value['document']) &&
    Array.isArray(value['requirements']) &&
    Array.isArray(value['exclusions'])
  );
}
