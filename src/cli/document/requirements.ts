import { dirname, relative, resolve } from 'node:path';
import { casesOf } from '../../cases/cases-of.js';
import type { ContractFiles } from '../../contract/contract-files.js';
import { requirementFiles, type RequirementsFile } from '../../contract/derived-files.js';
import type { Requirement } from '../../contract/requirement.js';
import { ConformanceError } from '../../error.js';
import type { Text } from '../../text.js';
import type { Lang } from '../../report/lang.js';
import { contractOf, readDocuments } from './documents.js';
import { exercised } from './exercised.js';
import type { ListedDocument, ListedRequirement } from './listed-requirements.js';
import { requirementsTable } from './requirements-table.js';

/** What `requirements` takes. */
export interface RequirementsOptions {
  /** Folder of the documents. */
  readonly docs: string;
  /** True: JSON instead of a table. */
  readonly json: boolean;
  /** The only endpoint to list; without it, all of them and the conventions. */
  readonly endpoint?: string;
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width?: number;
}

const NO_CASE: Text = { en: 'no case exercises it', zh: '没有用例覆盖' };

/**
 * Lists every requirement of a folder of documents, and every statement that yields none.
 *
 * @param options - the folder, the form and the language
 * @returns a table, or JSON: an array with one entry a document
 * @throws ConformanceError `usage` as {@link readDocuments} does, and for an endpoint that no
 *   document describes
 */
export async function listRequirements(options: RequirementsOptions): Promise<string> {
  const { docs, json, endpoint, lang, width = 120 } = options;
  const read = await readDocuments(docs, projectOf(docs));
  const { contract, conventions, sha256, unaccounted } = read;
  const exercising = casesByRequirement(contractOf(read));
  const files = only([...requirementFiles(contract, conventions, sha256).values()], endpoint);
  const documents = files.map((file): ListedDocument => {
    const requirements = file.requirements.map((one) => listed(one, exercising(one.id, file)));
    const unexplained = unaccounted.filter(({ path }) => path === file.document.path);
    return { ...file, requirements, unaccounted: unexplained };
  });
  return json ? JSON.stringify(documents, undefined, 2) : requirementsTable(documents, lang, width);
}

function only(
  files: readonly RequirementsFile[],
  endpoint: string | undefined,
): readonly RequirementsFile[] {
  if (endpoint === undefined) return files;
  const named = files.filter((file) => file.endpoint === endpoint);
  if (named.length > 0) return named;
  const known = files.flatMap((file) => file.endpoint ?? []);
  throw new ConformanceError(
    'usage',
    {
      en: `No document describes an endpoint ${endpoint}.`,
      zh: `没有文档描述接口 ${endpoint}。`,
    },
    {
      en: `Name one of these (--endpoint): ${known.join(', ')}.`,
      zh: `请用 --endpoint 指定以下之一：${known.join('、')}。`,
    },
  );
}

/** Ids of the cases that exercise a requirement; of a convention, those of every endpoint. */
function casesByRequirement(
  contract: ContractFiles,
): (id: string, of: RequirementsFile) => readonly string[] {
  const endpoints = exercised(contract).map(({ subject, effect }) => ({
    endpoint: subject.outline.endpoint,
    cases: casesOf(subject, effect.cases(subject.outline)),
  }));
  return (id, { endpoint }) => {
    const ids = endpoints
      .filter((one) => endpoint === undefined || one.endpoint === endpoint)
      .flatMap(({ cases }) => cases.filter(({ requirements }) => requirements.includes(id)))
      .map((entry) => entry.id);
    return [...new Set(ids)];
  };
}

function listed(requirement: Requirement, cases: readonly string[]): ListedRequirement {
  return cases.length > 0 ? { ...requirement, cases } : { ...requirement, cases, reason: NO_CASE };
}

/** The folder that holds `docs/api`, unless the documents lie below the current folder. */
function projectOf(docs: string): string {
  return relative(process.cwd(), resolve(docs)).startsWith('..')
    ? dirname(dirname(resolve(docs)))
    : process.cwd();
}
