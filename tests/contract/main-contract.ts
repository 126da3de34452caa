import { buildContract } from '../../src/contract/build-contract.js';
import type { Contract } from '../../src/contract/contract.js';
import { readDocument } from '../../src/document/read-document.js';
import { DOCUMENTS } from '../document/documents.js';

/** The contract of all documents in `docs/api/`. */
export const CONTRACT: Contract = buildContract(
  [...DOCUMENTS].map(([path, text]) => readDocument(text, path)),
);
