import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { buildContract } from '../../contract/build-contract.js';
import type { Contract } from '../../contract/contract.js';
import { assembleFiles } from '../../contract/contract-files.js';
import type { ContractFiles } from '../../contract/contract-files.js';
import { requirementFiles } from '../../contract/derived-files.js';
import { jsonSchemas } from '../../contract/json-schemas.js';
import type { Quoted } from '../../document/quoted.js';
import { readConventions, type ConventionsDocument } from '../../document/conventions.js';
import { readDocument } from '../../document/read-document.js';
import { ConformanceError } from '../../error.js';
import { readWhole } from '../file/read-whole.js';
import { utf8Text } from '../file/utf8-text.js';

/** No text that is larger is a document; one that is only too long is told of by its reader. */
const MAX_BYTES = 4 * 1024 * 1024;

/** A folder of documents, read. */
export interface Documents {
  readonly contract: Contract;
  readonly conventions?: ConventionsDocument;
  /** Hash of a document's bytes, in lower-case hex, by its path. */
  readonly sha256: (path: string) => string;
  /** Text that nothing explains, with the path of its document. */
  readonly unaccounted: readonly (Quoted & { readonly path: string })[];
}

/**
 * Reads all documents of a folder, and `conventions.md` beside the folder where there is one.
 *
 * @param folder - the folder, `docs/api` by default
 * @param project - the folder that paths in derived files are relative to
 * @returns the contract, the conventions, the hashes and what nothing explains
 * @throws ConformanceError `usage` when the folder or a document can’t be read, the
 *   folder holds no document, or a document lacks what a contract needs
 */
export async function readDocuments(folder: string, project: string): Promise<Documents> {
  const files = await listMarkdown(folder);
  const hashes = new Map<string, string>();
  const read = (file: string): { path: string; text: string } => {
    const bytes = readBytes(file);
    const path = pathIn(project, file);
    hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
    return { path, text: utf8Text(file, bytes) };
  };
  const documents = [];
  for (const file of files) {
    const { path, text } = read(file);
    documents.push(readDocument(text, path));
  }
  const unaccounted = documents.flatMap(({ path, unaccounted: words }) =>
    words.map((word) => ({ ...word, path })),
  );
  const sha256 = (path: string): string => hashes.get(path) ?? '';

  const beside = join(dirname(resolve(folder)), 'conventions.md');
  if (!(await exists(beside))) return { contract: buildContract(documents), sha256, unaccounted };
  const { path, text } = read(beside);
  const conventions = readConventions(text, path);
  return {
    contract: buildContract(documents, conventions),
    conventions,
    sha256,
    unaccounted: [...unaccounted, ...conventions.unaccounted.map((row) => ({ ...row, path }))],
  };
}

/** What a run would need of these documents, if their derived files were written. */
export function contractOf({ contract, conventions, sha256 }: Documents): ContractFiles {
  return assembleFiles(
    [...requirementFiles(contract, conventions, sha256).values()],
    [...jsonSchemas(contract).values()],
  );
}

async function listMarkdown(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new ConformanceError(
      'usage',
      {
        en: `The folder of documents ${folder} can't be read.`,
        zh: `无法读取文档目录 ${folder}。`,
      },
      {
        en: 'Name an existing folder that holds the API documents (--docs).',
        zh: '请用 --docs 指定存放 API 文档的目录。',
      },
      cause,
    );
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readWhole(file, MAX_BYTES);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      {
        en: `The document ${file} can’t be read: ${why}.`,
        zh: `无法读取文档 ${file}：${why}。`,
      },
      {
        en: 'Make it readable, or move it out of the folder.',
        zh: '请使其可读，或将其移出该目录。',
      },
      cause,
    );
  }
}

async function exists(file: string): Promise<boolean> {
  const names = await readdir(dirname(file)).catch(() => []);
  return names.some((name) => name === basename(file));
}

/** Derived files name no path of the machine that they were derived on. */
function pathIn(project: string, file: string): string {
  const inside = relative(resolve(project), resolve(file)).split(sep).join('/');
  const [parent = '', name = ''] = resolve(file).split(sep).slice(-2);
  return inside.startsWith('../') || /^[A-Za-z]:/u.test(inside) ? `${parent}/${name}` : inside;
}
