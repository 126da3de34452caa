import { readFileSync } from 'node:fs';
import { buildContract } from '../../src/contract/build-contract.js';
import type { Contract, EndpointContract } from '../../src/contract/contract.js';
import { readConventions, type ConventionsDocument } from '../../src/document/conventions.js';
import { readDocument } from '../../src/document/read-document.js';
import { DOCUMENTS } from '../document/documents.js';

const PATH = 'docs/conventions.md';

/** The conventions beside `docs/api/`. */
export const CONVENTIONS: ConventionsDocument = readConventions(
  readFileSync(new URL(`../../${PATH}`, import.meta.url), 'utf8'),
  PATH,
);

/** The contract of all documents in `docs/api/`. */
export const CONTRACT: Contract = buildContract(
  [...DOCUMENTS].map(([path, text]) => readDocument(text, path)),
  CONVENTIONS,
);

/**
 * One endpoint of a contract.
 *
 * @param contract - the contract
 * @param name - the endpoint's name; without it, the contract's only endpoint
 */
export function endpointOf({ endpoints }: Contract, name?: string): EndpointContract {
  const [own, ...more] = endpoints.filter(
    ({ endpoint }) => name === undefined || endpoint === name,
  );
  if (own === undefined || more.length > 0) throw new Error(`no single endpoint ${name ?? ''}`);
  return own;
}
