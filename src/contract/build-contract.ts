import { ConformanceError } from '../error.js';
import type { ApiDocument } from '../document/api-document.js';
import type { ConventionsDocument } from '../document/conventions.js';
import type { DocumentFinding } from '../document/finding.js';
import type { Contract, EndpointContract, SharedParts } from './contract.js';
import { SHARED_FOLDERS } from './derived-names.js';
import { differences } from './differences.js';
import { rulesOf } from './same-rules.js';
import { partsOf, sharedParts } from './shared-parts.js';
import { argumentsSchema, envelopeSchema } from './shared-schemas.js';

/** What is said of a hole that no finding tells of. */
const NOT_COMPLETE: Pick<DocumentFinding, 'line' | 'text'> = {
  line: 1,
  text: { en: 'The document is not complete.', zh: '文档不完整。' },
};

/** Findings that leave a hole in the contract. */
const HOLES: ReadonlySet<string> = new Set(['missing', 'broken-table', 'too-long']);

/**
 * Joins documents into one contract.
 *
 * @param documents - the documents of one folder, in any order
 * @param conventions - the conventions beside the folder, where there are any: they name the
 *   document that the shared parts go by
 * @returns the contract
 * @throws ConformanceError `usage` when there is no document, the one that the conventions name is
 *   not there, two describe one endpoint, one has a reserved name, or one lacks something that a
 *   contract needs: a contract with a hole would judge less than the document says, unseen
 */
export function buildContract(
  documents: readonly ApiDocument[],
  conventions?: ConventionsDocument,
): Contract {
  const inOrder = [...documents].sort((a, b) => compare(a.path, b.path));
  const shared = sharedParts(inOrder, conventions);
  if (shared === undefined) {
    throw new ConformanceError(
      'usage',
      { en: 'There is no document to derive from.', zh: '没有可供推导的文档。' },
      {
        en: 'Name a folder that holds at least one API document in Markdown (--docs).',
        zh: '请用 --docs 指定至少包含一份 Markdown 接口文档的目录。',
      },
    );
  }
  const endpoints = new Map<string, EndpointContract>();
  for (const document of inOrder) {
    const own = endpointContract(document, shared);
    if (SHARED_FOLDERS.has(own.endpoint)) reserved(own);
    if (endpoints.has(own.endpoint)) twice(own);
    endpoints.set(own.endpoint, own);
  }
  const byName = [...endpoints.values()].sort((a, b) => compare(a.endpoint, b.endpoint));
  return { shared, endpoints: byName };
}

function endpointContract(document: ApiDocument, shared: SharedParts): EndpointContract {
  const { method, address, endpoint, ours } = document;
  const broken = document.findings.some((finding) => HOLES.has(finding.kind));
  if (method === undefined || address === undefined || endpoint === undefined || broken) {
    return hole(document);
  }
  const parts = partsOf(document);
  return {
    endpoint,
    document,
    method,
    address,
    ours: ours !== undefined,
    parts,
    follows: {
      common: rulesOf(argumentsSchema(parts)) === rulesOf(argumentsSchema(shared)),
      envelope: rulesOf(envelopeSchema(parts)) === rulesOf(envelopeSchema(shared)),
    },
    findings: [...document.findings, ...differences(parts, shared)],
  };
}

function twice({ document, address, endpoint }: EndpointContract): never {
  throw new ConformanceError(
    'usage',
    {
      en: `${document.path}:${address.line}: another document describes ${endpoint} too.`,
      zh: `${document.path}:${address.line}：另一份文档也描述了 ${endpoint}。`,
    },
    { en: 'Keep one document for each endpoint.', zh: '每个接口请只保留一份文档。' },
  );
}

function reserved({ document, address, endpoint }: EndpointContract): never {
  throw new ConformanceError(
    'usage',
    {
      en: `${document.path}:${address.line}: the folder schemas/${endpoint} holds something else.`,
      zh: `${document.path}:${address.line}：目录 schemas/${endpoint} 另有用途。`,
    },
    {
      en: 'No endpoint of that name can be derived; leave its document out.',
      zh: '无法为该名称的接口生成派生文件，请移除该文档。',
    },
  );
}

function hole(document: ApiDocument): never {
  const [finding = NOT_COMPLETE] = document.findings.filter(({ kind }) => HOLES.has(kind));
  const { line, text } = finding;
  throw new ConformanceError(
    'usage',
    { en: `${document.path}:${line}: ${text.en}`, zh: `${document.path}:${line}：${text.zh}` },
    {
      en: 'Give it the sections and tables of docs/api/add_instance_association.md, in the same form.',
      zh: '请按 docs/api/add_instance_association.md 的形式补全其章节与表格。',
    },
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
