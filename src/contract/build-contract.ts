import { ConformanceError } from '../error.js';
import type { ApiDocument, DocumentMember } from '../document/api-document.js';
import type { DocumentFinding } from '../document/finding.js';
import { DATA, type Contract, type EndpointContract } from './contract.js';

/** What is said of a hole that no finding tells of. */
const NOT_COMPLETE: Pick<DocumentFinding, 'line' | 'text'> = {
  line: 1,
  text: { en: 'The document is not complete.', zh: '文档不完整。' },
};

/** Findings that leave a hole in the contract. */
const HOLES: ReadonlySet<string> = new Set(['missing', 'broken-table', 'too-long']);

/**
 * Joins documents into one contract. The first that is not a support document is the one that
 * the suite judges; it describes the common arguments and the envelope for all.
 *
 * @param documents - the documents of one folder, in any order
 * @returns the contract
 * @throws ConformanceError `usage` when a document lacks something that a contract needs: a
 *   contract with a hole would judge less than the document says, and nobody would see it
 */
export function buildContract(documents: readonly ApiDocument[]): Contract {
  const inOrder = [...documents].sort((a, b) => compare(a.path, b.path));
  const judged = inOrder.find((document) => document.support === undefined) ?? inOrder[0];
  if (judged === undefined) {
    throw new ConformanceError(
      'usage',
      { en: 'There is no document to derive from.', zh: '没有可供推导的文档。' },
      {
        en: 'Name a folder that holds at least one API document in Markdown (--docs).',
        zh: '请用 --docs 指定至少包含一份 Markdown 接口文档的目录。',
      },
    );
  }
  const endpoints = inOrder.map((document) => endpointContract(document, judged));
  const names = new Set<string>();
  for (const { endpoint, document, address } of endpoints) {
    if (names.has(endpoint)) {
      throw new ConformanceError(
        'usage',
        {
          en: `${document.path}:${address.line}: another document describes ${endpoint} too.`,
          zh: `${document.path}:${address.line}：另一份文档也描述了 ${endpoint}。`,
        },
        { en: 'Keep one document for each endpoint.', zh: '每个接口请只保留一份文档。' },
      );
    }
    names.add(endpoint);
  }
  const main = endpoints.find(({ document }) => document === judged) ?? hole(judged);
  return { main, common: judged.common, envelope: judged.response, endpoints };
}

function endpointContract(document: ApiDocument, judged: ApiDocument): EndpointContract {
  const { method, address, endpoint, support } = document;
  const broken = document.findings.some((finding) => HOLES.has(finding.kind));
  if (method === undefined || address === undefined || endpoint === undefined || broken) {
    return hole(document);
  }
  const sample = document.responseSample?.value;
  const members = sample?.kind === 'object' ? [...sample.members] : [];
  return {
    endpoint,
    document,
    method,
    address,
    support: support !== undefined,
    idPrefix: document === judged && support === undefined ? '' : `${endpoint}.`,
    nullable: new Set(members.flatMap(([name, value]) => (value.kind === 'null' ? [name] : []))),
    findings: [
      ...document.findings,
      ...differences(document.common, judged.common, judged.path),
      ...differences(document.response, judged.response, judged.path),
    ],
  };
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

function differences(
  own: readonly DocumentMember[],
  shared: readonly DocumentMember[],
  path: string,
): DocumentFinding[] {
  if (own === shared) return [];
  const known = new Map(shared.map((member) => [member.name, member]));
  return own.flatMap((member): DocumentFinding[] => {
    const other = known.get(member.name);
    if (other !== undefined && (member.name === DATA || isSame(member, other))) return [];
    const where = other === undefined ? path : `${path}:${other.row.line}`;
    const text = {
      en: `${member.name} is described otherwise in ${where}, which the shared schemas follow.`,
      zh: `${member.name} 的说明与 ${where} 不一致；公共 schema 以后者为准。`,
    };
    const { line, column } = member.row;
    return [{ line, column, kind: 'differs-from-shared', text }];
  });
}

function isSame(member: DocumentMember, other: DocumentMember): boolean {
  const necessity = member.required ?? other.required;
  return (
    member.type?.kind === other.type?.kind &&
    member.type?.format === other.type?.format &&
    necessity === (other.required ?? necessity) &&
    member.description.quote === other.description.quote
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
