import { stringify } from 'lossless-json';
import type { ConventionsDocument } from '../document/conventions.js';
import type { DocumentFinding } from '../document/finding.js';
import type { Contract } from './contract.js';
import { conventionRequirements } from './convention-requirements.js';
import { createdIdOf } from './created-id.js';
import { DERIVED } from './derived-names.js';
import { jsonSchemas } from './json-schemas.js';
import type { Exclusion, Requirement } from './requirement.js';
import { exclusionsOf, requirementsOf } from './requirements.js';
import { typeDeclarations } from './type-declarations.js';

/** A document, as derived files name it. */
interface DerivedFrom {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  /** Of the file's bytes, in lower-case hex. */
  readonly sha256: string;
}

/** What `requirements.json` of one document holds. */
export interface RequirementsFile {
  readonly $comment: string;
  readonly document: DerivedFrom;
  /** Absent in the conventions' file. */
  readonly endpoint?: string;
  readonly method?: string;
  readonly address?: string;
  /** True of a document that this project wrote: a run judges it only when it is named. */
  readonly ours?: true;
  /** Path of the member of a success that is the id of what was created, for example `data.id`. */
  readonly createdId?: string;
  readonly requirements: readonly Requirement[];
  readonly exclusions: readonly Exclusion[];
  readonly findings: readonly DocumentFinding[];
}

/** What `requirements.json` of an endpoint holds. */
export interface EndpointFile extends RequirementsFile {
  readonly endpoint: string;
  readonly method: string;
  readonly address: string;
}

/**
 * Everything that is derived from the documents.
 *
 * @param contract - the contract of all documents
 * @param conventions - the conventions, where there are any
 * @param sha256 - the hash of a document's bytes by its path
 * @returns the text of each file by its name below `schemas/`, in a stable order
 */
export async function derivedFiles(
  contract: Contract,
  conventions: ConventionsDocument | undefined,
  sha256: (path: string) => string,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, schema] of jsonSchemas(contract)) files.set(name, json(schema));
  for (const [name, types] of await typeDeclarations(contract)) files.set(name, types);
  for (const [name, requirements] of requirementFiles(contract, conventions, sha256)) {
    files.set(name, json(requirements));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The requirements of every document.
 *
 * @param contract - the contract of all documents
 * @param conventions - the conventions, where there are any
 * @param sha256 - the hash of a document's bytes by its path
 * @returns the data of each `requirements.json` by its name below `schemas/`
 */
export function requirementFiles(
  contract: Contract,
  conventions: ConventionsDocument | undefined,
  sha256: (path: string) => string,
): Map<string, RequirementsFile> {
  const files = new Map<string, RequirementsFile>();
  for (const own of contract.endpoints) {
    const { path } = own.document;
    files.set(`${own.endpoint}/requirements.json`, {
      $comment: DERIVED,
      document: { path, sha256: sha256(path) },
      endpoint: own.endpoint,
      method: own.method.quote,
      address: own.address.quote,
      ...(own.ours ? { ours: true } : {}),
      ...createdIdOf(own),
      requirements: requirementsOf(own),
      exclusions: exclusionsOf(own),
      findings: own.findings,
    });
  }
  if (conventions !== undefined) {
    const { path, findings } = conventions;
    files.set('conventions/requirements.json', {
      $comment: DERIVED,
      document: { path, sha256: sha256(path) },
      requirements: conventionRequirements(conventions),
      exclusions: [],
      findings,
    });
  }
  return files;
}

function json(value: unknown): string {
  return `${stringify(value, undefined, 2) ?? ''}\n`;
}
