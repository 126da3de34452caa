import { dirname, relative, resolve } from 'node:path';
import { requirementFiles } from '../contract/derived-files.js';
import type { Requirement } from '../contract/requirement.js';
import type { Text } from '../text.js';
import type { Lang } from '../report/lang.js';
import { readDocuments } from './documents.js';
import type { ListedDocument, ListedRequirement } from './listed-requirements.js';
import { requirementsTable } from './requirements-table.js';

/** What `requirements` takes. */
export interface RequirementsOptions {
  /** Folder of the documents. */
  readonly docs: string;
  /** True: JSON instead of a table. */
  readonly json: boolean;
  /** Ids of the cases that exercise a requirement; without it, cases are left out. */
  readonly casesOf?: (id: string) => readonly string[];
  readonly lang: Lang;
  /** Columns of the terminal. */
  readonly width?: number;
}

const SUPPORT: Text = {
  en: 'used by the suite for set-up and lookups; decides no outcome',
  zh: '套件自身准备和查询时使用，不影响结论',
};
const NO_CASE: Text = { en: 'no case exercises it', zh: '没有用例覆盖' };

/**
 * Lists every requirement of a folder of documents, and every statement that yields none.
 *
 * @param options - the folder, the form and the language
 * @returns a table, or JSON: an array with one entry a document
 * @throws ConformanceError `usage` as {@link readDocuments} does
 */
export async function listRequirements(options: RequirementsOptions): Promise<string> {
  const { docs, json, casesOf, lang, width = 120 } = options;
  const { contract, conventions, sha256, unaccounted } = await readDocuments(docs, projectOf(docs));
  const files = [...requirementFiles(contract, conventions, sha256).values()];
  const documents = files.map((file): ListedDocument => {
    const requirements = file.requirements.map((requirement) => listed(requirement, casesOf));
    const unexplained = unaccounted.filter(({ path }) => path === file.document.path);
    return { ...file, requirements, unaccounted: unexplained };
  });
  return json ? JSON.stringify(documents, undefined, 2) : requirementsTable(documents, lang, width);
}

function listed(
  requirement: Requirement,
  casesOf: RequirementsOptions['casesOf'],
): ListedRequirement {
  const cases = [...(casesOf?.(requirement.id) ?? [])];
  if (cases.length > 0 || casesOf === undefined) return { ...requirement, cases };
  return { ...requirement, cases, reason: requirement.level === 'support' ? SUPPORT : NO_CASE };
}

/** The folder that holds `docs/api`, unless the documents lie below the current folder. */
function projectOf(docs: string): string {
  return relative(process.cwd(), resolve(docs)).startsWith('..')
    ? dirname(dirname(resolve(docs)))
    : process.cwd();
}
