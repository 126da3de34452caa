import { readdirSync, readFileSync } from 'node:fs';
import { assembleFiles } from '../../../src/contract/contract-files.js';
import type { ContractFiles } from '../../../src/contract/contract-files.js';
import { buildContract } from '../../../src/contract/build-contract.js';
import { requirementFiles } from '../../../src/contract/derived-files.js';
import { jsonSchemas } from '../../../src/contract/json-schemas.js';
import type { ApiDocument } from '../../../src/document/api-document.js';
import { readDocument } from '../../../src/document/read-document.js';
import { CONVENTIONS } from '../../contract/main-contract.js';
import { DOCUMENTS } from '../../document/documents.js';

const folder = new URL('docs/', import.meta.url);

/** The documents of the note's endpoints. */
export const NOTE_DOCUMENTS: readonly ApiDocument[] = readdirSync(folder).map((name) =>
  readDocument(readFileSync(new URL(name, folder), 'utf8'), `docs/api/${name}`),
);

/** What a run needs of the project's own documents and those of notes, derived in memory. */
export function noteContract(): ContractFiles {
  const own = [...DOCUMENTS].map(([path, text]) => readDocument(text, path));
  const contract = buildContract([...own, ...NOTE_DOCUMENTS], CONVENTIONS);
  return assembleFiles(
    [...requirementFiles(contract, CONVENTIONS, () => '').values()],
    [...jsonSchemas(contract).values()],
  );
}
